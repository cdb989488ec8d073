/**
 * Charges and refunds: what was asked of the payment gateway, and what became of it. This is the base: what other
 * modules call and hear, the port to the gateway, and the stored rows. Uses none of its rooms; they use it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web", "outbound"})
@org.jspecify.annotations.NullMarked
package io.orderflow.payment;
