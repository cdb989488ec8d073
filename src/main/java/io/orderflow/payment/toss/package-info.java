/** Speaks to Toss Payments: the gateway over HTTP, its answers and its books. Uses the base, whose port it fulfils. */
package io.orderflow.payment.toss;
