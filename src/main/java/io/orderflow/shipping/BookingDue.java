package io.orderflow.shipping;

/**
 * The carrier is to be asked now.
 *
 * @param booking which is about to be stored, and which nobody has claimed
 */
public record BookingDue(BookingIntent booking) {}
