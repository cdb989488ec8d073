package io.orderflow.payment.toss;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.payment.RefundId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refund in Toss's record of a payment, which Toss calls a cancel.
 *
 * @param transactionKey null if it is missing
 * @param amount won; null if it is missing or not a whole number
 * @param reason the reason that we sent; empty if it is missing
 * @param status null if it is missing
 */
record TossCancel(
        @Nullable String transactionKey,
        @Nullable Long amount,
        String reason,
        @Nullable String status) {

    private static final int LONGEST_KEY = 200;

    static TossCancel of(JsonNode json) {
        return new TossCancel(
                json.path("transactionKey").textValue(),
                TossPayment.won(json.path("cancelAmount")),
                json.path("cancelReason").asText(""),
                json.path("cancelStatus").textValue());
    }

    /** Whether this is the given refund: its reason contains the refund's id, and not as a part of another id. */
    boolean isOf(RefundId refund) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(refund.value()) + "(?![\\w-])")
                .matcher(reason)
                .find();
    }

    /** Whether the refund is done. A missing status counts as done; only refunds abroad have any other status. */
    boolean isDone() {
        return transactionKey != null
                && !transactionKey.isBlank()
                && transactionKey.length() <= LONGEST_KEY
                && (status == null || status.equals("DONE"));
    }
}
