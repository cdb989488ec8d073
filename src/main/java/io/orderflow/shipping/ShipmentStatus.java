package io.orderflow.shipping;

/**
 * How far a shipment has got. The last four end it; of a failed one only what became of it in the end is still heard.
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

    /** Whether the shipment is over, well or not. */
    public boolean isFinal() {
        return rank == END;
    }

    /** Whether the carrier gave the parcel up. */
    boolean isFailure() {
        return this == FAILED || this == RETURN_TO_SENDER;
    }

    boolean isBefore(ShipmentStatus other) {
        return rank < other.rank;
    }
}
