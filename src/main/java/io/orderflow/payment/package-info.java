/**
 * Charges and refunds: the requests to the payment gateway and their outcomes. This base package holds the services and
 * events for other modules, the port to the gateway, and the stored rows. The rooms use it, and it uses none of them.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web", "outbound"})
@org.jspecify.annotations.NullMarked
package io.orderflow.payment;
