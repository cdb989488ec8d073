/**
 * Reads orders, and lets a caller wait for one; changes nothing. Other modules read here. Uses the base and the
 * aggregate.
 */
@org.springframework.modulith.NamedInterface("reading")
@org.jspecify.annotations.NullMarked
package io.orderflow.order.reading;
