/**
 * Reads orders, for other modules too, and lets a request wait for an outcome. It changes nothing. It uses the base
 * package and {@code aggregate}.
 */
@org.springframework.modulith.NamedInterface("reading")
@org.jspecify.annotations.NullMarked
package io.orderflow.order.reading;
