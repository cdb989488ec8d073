package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/**
 * The id of a refund, the same through all attempts. The idempotency key for the gateway contains it.
 *
 * @param value 1 to 80 characters, not blank; anything else, null included, is an {@link IllegalArgumentException}
 */
public record RefundId(String value) {

    public RefundId {
        if (value == null || value.isBlank() || value.length() > 80) {
            throw new IllegalArgumentException("not a refund id: must be 1 to 80 characters");
        }
    }

    /**
     * Returns the id of the one refund of an order that is called off: it gives back all that the charge still holds.
     */
    public static RefundId ofCalledOff(OrderNumber order) {
        return new RefundId(order + "-R1");
    }

    @Override
    public String toString() {
        return value;
    }
}
