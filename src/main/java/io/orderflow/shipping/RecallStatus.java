package io.orderflow.shipping;

/** What is known of the recall of an order's parcel. */
public enum RecallStatus {
    /** The carrier is being asked, or is to be. */
    REQUESTED,
    /** Nothing will be delivered. */
    RECALLED,
    /** The carrier refuses, or does not answer in all tries: a person must look into it. */
    UNRESOLVED
}
