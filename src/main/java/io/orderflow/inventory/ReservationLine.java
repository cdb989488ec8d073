package io.orderflow.inventory;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;

/**
 * The pieces of one product that an order holds or held. Reliable only while the product's row is locked.
 *
 * @param quantity never changes
 * @param returned confirmed pieces that have come back
 */
record ReservationLine(OrderNumber order, Sku sku, long quantity, long returned, Status status) {

    /** Held for the order; held once, and gone to another; off the shelf; off the shelf and lost; given back. */
    enum Status {
        HELD,
        LAPSED,
        CONFIRMED,
        WRITTEN_OFF,
        RELEASED
    }

    boolean is(Status other) {
        return status == other;
    }

    /** Pieces that releasing the line would give back. */
    long held() {
        return switch (status) {
            case HELD -> quantity;
            case CONFIRMED -> out();
            case LAPSED, WRITTEN_OFF, RELEASED -> 0;
        };
    }

    /** Passes when that many confirmed pieces are out and have not come back. */
    void requireOut(Quantity pieces) {
        if (!is(Status.CONFIRMED)) {
            throw new IllegalStateException(
                    "reservation of " + sku + " for " + order + " is " + status + ", not CONFIRMED");
        }
        if (pieces.pieces() > out()) {
            throw new IllegalStateException(
                    "order " + order + " has " + out() + " pieces of " + sku + " out, not " + pieces.pieces());
        }
    }

    private long out() {
        return quantity - returned;
    }
}
