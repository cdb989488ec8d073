/** Books parcels with a carrier and follows them by what the carrier tells: taken once, never backwards. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web", "outbound"})
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping;
