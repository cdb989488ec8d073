package io.orderflow.shipping.carriers;

import io.orderflow.shipping.Carrier;
import java.time.Duration;

/**
 * A carrier that exists only here; {@link SimulatedProgress} moves its parcels when that is switched on. It finds every
 * address but one whose first line starts with {@code Nowhere}, so that a failed delivery is a {@code curl} away.
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

    /** Whether the parcel goes where nobody is. */
    static boolean failsToDeliver(String trackingNumber) {
        return trackingNumber.startsWith(LOST);
    }

    /** A simulated parcel stops by being forgotten. */
    @Override
    public RecallAnswer recall(Recall recall) {
        return new Recalled();
    }
}
