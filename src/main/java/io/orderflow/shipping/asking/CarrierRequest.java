package io.orderflow.shipping.asking;

import io.orderflow.shipping.Carrier;
import java.time.Instant;

/** What there is to ask the carrier about one parcel, or to tell of it. */
sealed interface CarrierRequest {

    String reference();

    /** The end of the claim under which it is asked, by which the claim is known. */
    Instant claim();

    record ToBook(Carrier.Booking booking, Instant claim) implements CarrierRequest {

        @Override
        public String reference() {
            return booking.reference();
        }
    }

    record ToRecall(Carrier.Recall recall, Instant claim) implements CarrierRequest {

        @Override
        public String reference() {
            return recall.reference();
        }
    }

    /** Nothing is outstanding, but not everybody has heard what was answered. */
    record ToTell(String reference, Instant claim) implements CarrierRequest {}
}
