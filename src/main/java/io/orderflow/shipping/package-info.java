/**
 * Books parcels with a carrier and follows them by what the carrier tells: taken once, never backwards. This is the
 * base: what other modules call and hear, the port to the carrier, and the stored rows. Uses none of its rooms; they
 * use it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web", "outbound"})
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping;
