/** A payment gateway that lives in memory, for trying things out. Uses the base, whose port it fulfils. */
package io.orderflow.payment.simulated;
