package io.orderflow.shipping;

import io.orderflow.shared.ShippingAddress;
import java.time.Duration;

/**
 * Whoever takes parcels to customers. A booking is known by its reference: order number, a hyphen, the attempt. One
 * that answers at once is asked within a transaction, any other one outside of any. Every call may be repeated under
 * the same idempotency key. No method throws for what the carrier or the network does: that is {@link Unknown}.
 */
public interface Carrier {

    /**
     * A parcel to be collected and delivered. No part is null.
     *
     * @param reference what identifies the booking: the same one again is the same booking, and no second parcel
     * @param idempotencyKey the carrier answers a repeat as it answered first; another one only after a definite no
     * @param again whether the carrier may have been asked before: one that knows no keys is to be asked first what
     *     came of it
     */
    record Booking(String reference, ShippingAddress address, String idempotencyKey, boolean again) {}

    /**
     * A parcel to be stopped or recalled. No part is null.
     *
     * @param reference the reference it was, or may have been, booked with
     * @param idempotencyKey the carrier answers a repeat as it answered first; another one only after a definite no
     */
    record Recall(String reference, String idempotencyKey) {}

    /** What became of a booking. */
    sealed interface BookingAnswer {}

    /** What became of a recall. */
    sealed interface RecallAnswer {}

    /** @param trackingNumber 1 to 100 characters, unique over all bookings */
    record Booked(String trackingNumber) implements BookingAnswer {}

    /** Nothing of this reference will be delivered, be it that nothing was ever booked. */
    record Recalled() implements RecallAnswer {}

    /**
     * A known, final no: a person must act.
     *
     * @param words the carrier's, fit for ops: without the address
     */
    record Refused(String words) implements BookingAnswer, RecallAnswer {}

    /** Neither yes nor no (yet), with what came back in words fit for ops. */
    record Unknown(String words) implements BookingAnswer, RecallAnswer {}

    /** The name under which this carrier's shipments are kept, such as {@code manual}; 1 to 40 characters. */
    String name();

    /** Whether it answers without leaving this process: then the answer is always yes. */
    boolean answersAtOnce();

    /** The longest that a call may take, of a carrier that does not answer at once. */
    Duration patience();

    /** Books the collection and delivery of a parcel. */
    BookingAnswer book(Booking booking);

    /** Asks for a parcel to be stopped or recalled; harmless when repeated or never booked. */
    RecallAnswer recall(Recall recall);
}
