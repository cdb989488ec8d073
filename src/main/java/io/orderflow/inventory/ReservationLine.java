package io.orderflow.inventory;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;

/**
 * The pieces of one product that an order holds or has held. It is reliable only while the product's row is locked.
 *
 * @param quantity the reserved pieces, which never change
 * @param returned the confirmed pieces that have come back
 */
record ReservationLine(OrderNumber order, Sku sku, long quantity, long returned, Status status) {

    /** The statuses of a reservation line. */
    enum Status {
        /** The pieces are held for the order. */
        HELD,
        /** The reservation has expired, and another order has got the pieces. */
        LAPSED,
        /** The pieces were taken off the shelf for the order. */
        CONFIRMED,
        /** The pieces were taken off the shelf, and are lost. */
        WRITTEN_OFF,
        /** The pieces were given back. */
        RELEASED
    }

    boolean is(Status other) {
        return status == other;
    }

    /** Returns the pieces that a release of the line would give back. */
    long held() {
        return switch (status) {
            case HELD -> quantity;
            case CONFIRMED -> out();
            case LAPSED, WRITTEN_OFF, RELEASED -> 0;
        };
    }

    /** Throws an {@link IllegalStateException} unless that many confirmed pieces have not come back yet. */
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
