/** Books parcels with a carrier and follows them by what the carrier tells: taken once, never backwards. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
package io.orderflow.shipping;
