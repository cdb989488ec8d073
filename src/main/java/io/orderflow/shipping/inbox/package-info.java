/**
 * The messages of carriers: each is stored once, and applied to its shipment at once or later. It uses the base
 * package.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping.inbox;
