/**
 * Shipments: it books parcels with a carrier and follows them by the carrier's messages. This base package holds the
 * services and events for other modules, the port to the carrier, and the stored rows. The rooms use it, and it uses
 * none of them.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web", "outbound"})
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping;
