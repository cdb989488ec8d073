package io.orderflow.shipping;

import io.orderflow.shared.ShippingAddress;

/** Whoever takes parcels to customers. A booking is known by its reference: order number, a hyphen, the attempt. */
public interface Carrier {

    /** The name under which this carrier's shipments are kept, such as {@code manual}; 1 to 40 characters. */
    String name();

    /**
     * Books the collection and delivery of a parcel.
     *
     * @param reference what identifies the booking; not null. The same one again is the same booking: same result, no
     *     second parcel
     * @param address where the parcel goes; not null
     * @return the tracking number, 1 to 100 characters, unique over all bookings
     */
    String book(String reference, ShippingAddress address);

    /**
     * Asks the carrier to stop or recall a parcel. Never refuses; harmless when repeated, too late or never booked.
     *
     * @param reference the reference it was booked with; not null
     */
    void cancel(String reference);
}
