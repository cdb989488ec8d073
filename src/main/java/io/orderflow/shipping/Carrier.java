package io.orderflow.shipping;

import io.orderflow.shared.ShippingAddress;
import java.time.Duration;

/**
 * The port to a carrier, which brings parcels to customers. A booking is identified by its reference: the order number,
 * a hyphen and the number of the delivery attempt. A carrier that answers at once is called within a transaction; any
 * other carrier is called outside of transactions. Every call may be repeated under the same idempotency key. A failure
 * of the carrier or of the network is no exception but the answer {@link Unknown}.
 */
public interface Carrier {

    /**
     * A request to collect and deliver a parcel.
     *
     * @param reference the id of the booking; the same reference means the same booking, and never a second parcel
     * @param idempotencyKey the key under which the carrier answers a repeat as the first time; it changes only after a
     *     refusal
     * @param again whether the carrier may have been asked before; for a carrier without idempotency keys, the adapter
     *     must look up the outcome first
     */
    record Booking(String reference, ShippingAddress address, String idempotencyKey, boolean again) {}

    /**
     * A request to stop or recall a parcel.
     *
     * @param reference the reference under which the parcel was, or may have been, booked
     * @param idempotencyKey the key under which the carrier answers a repeat as the first time; it changes only after a
     *     refusal
     */
    record Recall(String reference, String idempotencyKey) {}

    /** The outcome of a booking. */
    sealed interface BookingAnswer {}

    /** The outcome of a recall. */
    sealed interface RecallAnswer {}

    /**
     * The carrier has booked the parcel.
     *
     * @param trackingNumber 1 to 100 characters, unique over all bookings
     */
    record Booked(String trackingNumber) implements BookingAnswer {}

    /** The carrier will deliver nothing under this reference; perhaps nothing was ever booked. */
    record Recalled() implements RecallAnswer {}

    /**
     * The carrier has refused for good; a person must act.
     *
     * @param words the carrier's words, without the address, so that they may be shown to ops
     */
    record Refused(String words) implements BookingAnswer, RecallAnswer {}

    /** The outcome is not known (yet). The words say what came back, and may be shown to ops. */
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
