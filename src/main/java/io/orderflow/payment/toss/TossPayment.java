package io.orderflow.payment.toss;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.shared.OrderNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A payment as Toss describes it, without the parts that we do not need, such as the card. A part that is missing or of
 * another shape is null.
 *
 * @param totalAmount won; it never changes
 * @param balanceAmount won that can still be refunded
 * @param approvedAt null before any money was taken
 * @param failureCode why the payment failed
 */
record TossPayment(
        @Nullable String paymentKey,
        @Nullable String orderId,
        String status,
        @Nullable Long totalAmount,
        @Nullable Long balanceAmount,
        @Nullable String currency,
        @Nullable Instant approvedAt,
        @Nullable String failureCode,
        List<TossCancel> cancels) {

    static TossPayment of(JsonNode json) {
        return new TossPayment(
                json.path("paymentKey").textValue(),
                json.path("orderId").textValue(),
                json.path("status").asText(""),
                won(json.path("totalAmount")),
                won(json.path("balanceAmount")),
                json.path("currency").textValue(),
                time(json.path("approvedAt")),
                json.at("/failure/code").textValue(),
                StreamSupport.stream(json.path("cancels").spliterator(), false)
                        .map(TossCancel::of)
                        .toList());
    }

    /** Whether the payment has this order and this payment key, and, if it names a currency, names won. */
    boolean isOf(OrderNumber order, String key) {
        return order.value().equals(orderId) && key.equals(paymentKey) && (currency == null || currency.equals("KRW"));
    }

    /**
     * Whether the money was taken at some time, even if it was refunded later. A bank transfer that was cancelled
     * before it was paid is CANCELED too, but has no time of approval.
     */
    boolean isPaid() {
        boolean cancelled = status.equals("PARTIAL_CANCELED") || status.equals("CANCELED");
        return status.equals("DONE") || cancelled && approvedAt != null;
    }

    boolean isOver() {
        return status.equals("ABORTED") || status.equals("EXPIRED");
    }

    boolean isUnderWay() {
        return status.equals("READY") || status.equals("IN_PROGRESS") || status.equals("WAITING_FOR_DEPOSIT");
    }

    /** Returns the decline code of a payment that is over: the code of its failure, or else its status. */
    String whyOver() {
        return failureCode != null && failureCode.matches("[A-Z0-9_]{1,80}") ? failureCode : status;
    }

    /** Returns a description of the payment that may be shown to ops. */
    String words() {
        return "order %s, payment key %s, status %s, amount %s, balance %s"
                .formatted(shown(orderId), TossPath.mask(paymentKey), shown(status), totalAmount, balanceAmount);
    }

    @Override
    public String toString() {
        return words();
    }

    private static String shown(@Nullable String told) {
        return told != null && told.matches("[!-~]{1,64}") ? told : "?";
    }

    /** Returns a whole number of won, at least 0; null for anything else. */
    static @Nullable Long won(JsonNode amount) {
        try {
            long won = amount.isNumber() ? amount.decimalValue().longValueExact() : -1;
            return won < 0 ? null : won;
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** Reads a time in ISO-8601 with an offset; returns null for anything else. */
    static @Nullable Instant time(JsonNode time) {
        try {
            return time.isTextual() ? OffsetDateTime.parse(time.textValue()).toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
