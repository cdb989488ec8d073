/** A payment gateway that lives in memory, for trying things out. Uses the base, whose port it fulfils. */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.simulated;
