package io.orderflow.shipping;

/** What is known of a booking. */
public enum BookingStatus {
    /** The carrier is being asked, or is to be. */
    REQUESTED,
    /** The carrier will collect the parcel. */
    BOOKED,
    /** The carrier refuses, or does not answer in all tries: a person must look into it. */
    UNRESOLVED
}
