package io.orderflow.shipping.inbox;

import io.orderflow.shipping.ShipmentBooked;

/** An event: messages about a shipment came before it was booked. */
record EarlyEventsArrived(ShipmentBooked booked) {}
