package io.orderflow.shipping.carriers;

import io.orderflow.shipping.Carrier;
import java.time.Duration;

/** Parcels handed over by people: the tracking number is given here, and only the webhook moves them. */
class ManualCarrier implements Carrier {

    static final String NAME = "manual";

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
        return new Booked("MAN-" + booking.reference());
    }

    /** People see the cancelled shipment and keep the parcel. */
    @Override
    public RecallAnswer recall(Recall recall) {
        return new Recalled();
    }
}
