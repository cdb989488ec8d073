package io.orderflow.shipping.carriers;

import io.orderflow.shipping.Carrier;
import java.time.Duration;

/**
 * A carrier for parcels that people hand over. It makes the tracking number, and only the webhook moves its parcels.
 */
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

    /**
     * Answers that the parcel is recalled: people see that the shipment is cancelled, and do not hand the parcel over.
     */
    @Override
    public RecallAnswer recall(Recall recall) {
        return new Recalled();
    }
}
