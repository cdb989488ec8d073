package io.orderflow.shipping.carriers;

import io.orderflow.shipping.Carrier;
import java.time.Duration;

/**
 * A simulated carrier. {@link SimulatedProgress} moves its parcels, if that is switched on. It delivers to every
 * address, except one whose first line starts with {@code Nowhere}, so that a failed delivery can be tried out with a
 * {@code curl}.
 */
class SimulatedCarrier implements Carrier {

    static final String NAME = "simulated";
    private static final String FOUND = "SIM-";
    private static final String LOST = "SIM-NOWHERE-";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean answersAtOnce() {
        return true;
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public BookingAnswer book(Booking booking) {
        return new Booked((booking.address().line1().startsWith("Nowhere") ? LOST : FOUND) + booking.reference());
    }

    /** Whether the address of the parcel cannot be found. */
    static boolean failsToDeliver(String trackingNumber) {
        return trackingNumber.startsWith(LOST);
    }

    /** Answers that the parcel is recalled; a cancelled shipment has no further simulated steps. */
    @Override
    public RecallAnswer recall(Recall recall) {
        return new Recalled();
    }
}
