package io.orderflow.shipping.asking;

import io.orderflow.shipping.Carrier;
import java.time.Instant;

/** The next thing to do about one parcel: a request to the carrier, or to publish its last answer again. */
sealed interface CarrierRequest {

    String reference();

    /** Returns the end of the claim under which the request is made; the end identifies the claim. */
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

    /** The last answer, published again when no request is outstanding. */
    record ToTell(String reference, Instant claim) implements CarrierRequest {}
}
