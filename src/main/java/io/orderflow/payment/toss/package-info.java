/** Speaks to Toss Payments: the gateway over HTTP, its answers and its books. Uses the base, whose port it fulfils. */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.toss;
