/** What carriers tell us: each message is stored once, and applied to its shipment at once or later. Uses the base. */
package io.orderflow.shipping.inbox;
