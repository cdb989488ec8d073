package io.orderflow.shipping;

/** The status of the recall of an order's parcel. */
public enum RecallStatus {
    /** The carrier is being asked, or will be asked. */
    REQUESTED,
    /** The parcel will not be delivered. */
    RECALLED,
    /** The carrier has refused, or has given no answer in all attempts; a person must look into it. */
    UNRESOLVED
}
