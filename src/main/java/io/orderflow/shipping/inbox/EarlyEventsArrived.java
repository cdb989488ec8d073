package io.orderflow.shipping.inbox;

import io.orderflow.shipping.ShipmentBooked;

/** Messages about a shipment have come before it was booked. */
record EarlyEventsArrived(ShipmentBooked booked) {}
