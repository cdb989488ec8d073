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
 * A payment as the gateway tells it, without what nobody here needs, such as its card. Whatever is missing or of
 * another shape is null.
 *
 * @param totalAmount won, never changes
 * @param balanceAmount won that can still be refunded
 * @param approvedAt null as long as no money came
 * @param failureCode why it failed
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

    /** Whether it is this order's under this payment key; a currency is only minded where it is told. */
    boolean isOf(OrderNumber order, String key) {
        return order.value().equals(orderId) && key.equals(paymentKey) && (currency == null || currency.equals("KRW"));
    }

    /**
     * Whether the money came to us at some time, even if it went back. A transfer called off unpaid is CANCELED too.
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

    /** The code of a payment that is over: that of its failure, or else its status. */
    String whyOver() {
        return failureCode != null && failureCode.matches("[A-Z0-9_]{1,80}") ? failureCode : status;
    }

    /** What the gateway says, fit for ops. */
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

    /** A whole number of won, at least 0; null for anything else. */
    static @Nullable Long won(JsonNode amount) {
        try {
            long won = amount.isNumber() ? amount.decimalValue().longValueExact() : -1;
            return won < 0 ? null : won;
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** ISO-8601 with offset; null for anything else. */
    static @Nullable Instant time(JsonNode time) {
        try {
            return time.isTextual() ? OffsetDateTime.parse(time.textValue()).toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
