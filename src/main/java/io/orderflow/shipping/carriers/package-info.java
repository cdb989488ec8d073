/**
 * The carriers there are: one that is simulated, one that is told by hand. Uses the base and, to simulate, the inbox.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping.carriers;
