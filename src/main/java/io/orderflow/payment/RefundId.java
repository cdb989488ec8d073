package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/**
 * What names one refund, whatever its tries; the gateway's idempotency key is made of it.
 *
 * @param value 1 to 80 characters, not blank; anything else, null included, is an {@link IllegalArgumentException}
 */
public record RefundId(String value) {

    public RefundId {
        if (value == null || value.isBlank() || value.length() > 80) {
            throw new IllegalArgumentException("not a refund id: must be 1 to 80 characters");
        }
    }

    /** The one refund of an order that is called off: all that its charge still holds. */
    public static RefundId ofCalledOff(OrderNumber order) {
        return new RefundId(order + "-R1");
    }

    @Override
    public String toString() {
        return value;
    }
}
