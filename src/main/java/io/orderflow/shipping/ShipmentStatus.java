package io.orderflow.shipping;

/**
 * The status of a shipment. The last four are final, except that a failed shipment may still turn out to be delivered
 * or returned to the sender.
 */
public enum ShipmentStatus {
    BOOKED(0),
    IN_TRANSIT(1),
    OUT_FOR_DELIVERY(2),
    DELIVERED(3),
    FAILED(3),
    RETURN_TO_SENDER(3),
    CANCELLED(3);

    private static final int END = 3;

    private final int rank;

    ShipmentStatus(int rank) {
        this.rank = rank;
    }

    /** Whether the shipment has ended. */
    public boolean isFinal() {
        return rank == END;
    }

    /** Whether the carrier could not deliver the parcel. */
    boolean isFailure() {
        return this == FAILED || this == RETURN_TO_SENDER;
    }

    boolean isBefore(ShipmentStatus other) {
        return rank < other.rank;
    }
}
