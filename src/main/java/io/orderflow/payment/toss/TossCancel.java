package io.orderflow.payment.toss;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.payment.RefundId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Money that went back, as the gateway tells it.
 *
 * @param transactionKey null when it is missing
 * @param amount won; null when it is missing or no whole number
 * @param reason the words that we sent; empty when they are missing
 * @param status null when it is missing
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

    /** Whether it is this refund's: its id stands in the reason, and not as a part of another id. */
    boolean isOf(RefundId refund) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(refund.value()) + "(?![\\w-])")
                .matcher(reason)
                .find();
    }

    /** Whether it is done; only refunds abroad say otherwise, and some do not say. */
    boolean isDone() {
        return transactionKey != null
                && !transactionKey.isBlank()
                && transactionKey.length() <= LONGEST_KEY
                && (status == null || status.equals("DONE"));
    }
}
