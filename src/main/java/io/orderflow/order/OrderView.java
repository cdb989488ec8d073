package io.orderflow.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the HTTP contract shows it: amounts in won, null where something has not happened (yet). */
public record OrderView(
        String orderNumber,
        String customerId,
        OrderStatus status,
        @Nullable OrderReason reason,
        List<Item> items,
        Address shippingAddress,
        @Nullable String couponCode,
        long totalAmount,
        long discountAmount,
        long paymentAmount,
        long refundedAmount,
        String currency,
        Payment payment,
        @Nullable Shipment shipment,
        boolean cancellationRequested,
        Instant reservationExpiresAt,
        Instant orderedAt,
        @Nullable Instant paidAt,
        @Nullable Instant shippedAt,
        @Nullable Instant completedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant refundedAt,
        @Nullable Instant returnUntil,
        List<AllowedAction> actions,
        long version) {

    /** One line; {@code discount} is the line's whole share, {@code price} is per piece. */
    public record Item(String sku, String name, long price, int quantity, long discount, int returnedQuantity) {}

    /** Where the parcel goes; personal data. */
    public record Address(
            String recipient,
            String phone,
            String line1,
            @Nullable String line2,
            String city,
            String postalCode,
            String country) {}

    /** {@code paymentKey} is null until one was submitted. */
    public record Payment(PaymentStatus status, @Nullable String paymentKey) {}

    /** The latest shipment; {@code attempt} counts from 1. */
    public record Shipment(String carrier, String trackingNumber, String status, int attempt) {}

    /** What the order allows now, until when; null: no deadline. */
    public record AllowedAction(Action action, @Nullable Instant until) {}

    /** What a customer can do with an order. */
    public enum Action {
        PAY,
        CANCEL,
        RETURN
    }
}
