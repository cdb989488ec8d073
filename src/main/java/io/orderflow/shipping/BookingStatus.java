package io.orderflow.shipping;

/** The status of a booking. */
public enum BookingStatus {
    /** The carrier is being asked, or will be asked. */
    REQUESTED,
    /** The carrier will collect the parcel. */
    BOOKED,
    /** The carrier has refused, or has given no answer in all attempts; a person must look into it. */
    UNRESOLVED
}
