/**
 * The adapter to Toss Payments: its HTTP API, its answers and its books. It implements the port of the base package.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.toss;
