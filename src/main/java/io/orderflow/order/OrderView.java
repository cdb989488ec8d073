package io.orderflow.order;

import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. Amounts are in won, and a time is null if its event has not happened (yet). */
public record OrderView(
        OrderNumber orderNumber,
        CustomerId customerId,
        OrderStatus status,
        @Nullable OrderReason reason,
        List<Item> items,
        Address shippingAddress,
        @Nullable CouponCode couponCode,
        Money totalAmount,
        Money discountAmount,
        Money paymentAmount,
        Money refundedAmount,
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

    /** A line of an order. {@code price} is that of one piece, {@code discount} is the share of the whole line. */
    public record Item(Sku sku, String name, Money price, Quantity quantity, Money discount, int returnedQuantity) {}

    /** The shipping address, which is personal data. {@code line2} is null if the address has none. */
    public record Address(
            String recipient,
            String phone,
            String line1,
            @Nullable String line2,
            String city,
            String postalCode,
            String country) {}

    /** The payment of an order. {@code paymentKey} is null until the customer has submitted a payment. */
    public record Payment(PaymentStatus status, @Nullable String paymentKey) {}

    /** The latest shipment of an order. {@code attempt} is the number of the delivery attempt, from 1. */
    public record Shipment(String carrier, String trackingNumber, String status, int attempt) {}

    /** An action that the order allows now, and its deadline; {@code until} is null if there is none. */
    public record AllowedAction(Action action, @Nullable Instant until) {}

    /** The actions of a customer on an order. */
    public enum Action {
        PAY,
        CANCEL,
        RETURN
    }
}
