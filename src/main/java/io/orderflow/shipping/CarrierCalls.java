package io.orderflow.shipping;

/**
 * The port by which a carrier that does not answer at once is asked as soon as the caller's transaction is committed.
 * It may have no time just now, or not be there at all: what is due is found in the rows.
 */
public interface CarrierCalls {

    /**
     * The carrier is to be asked for a parcel, or to recall it.
     *
     * @param booking which is about to be stored, and which nobody has claimed
     */
    void ask(BookingIntent booking);
}
