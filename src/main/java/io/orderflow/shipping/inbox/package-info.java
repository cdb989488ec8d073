/** What carriers tell us: each message is stored once, and applied to its shipment at once or later. Uses the base. */
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping.inbox;
