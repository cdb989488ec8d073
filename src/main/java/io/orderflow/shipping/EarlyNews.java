package io.orderflow.shipping;

/** Messages about a shipment have come before it was booked. */
record EarlyNews(ShipmentBooked booked) {}
