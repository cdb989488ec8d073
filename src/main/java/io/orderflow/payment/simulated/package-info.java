/** A payment gateway in memory, for trying the application out. It implements the port of the base package. */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.simulated;
