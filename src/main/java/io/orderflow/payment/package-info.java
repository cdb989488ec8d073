/** Charges and refunds: what was asked of the payment gateway, and what became of it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web", "outbound"})
package io.orderflow.payment;
