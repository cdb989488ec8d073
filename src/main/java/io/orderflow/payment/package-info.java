/** Charges and refunds: what was asked of the payment gateway, and what became of it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web", "outbound"})
@org.jspecify.annotations.NullMarked
package io.orderflow.payment;
