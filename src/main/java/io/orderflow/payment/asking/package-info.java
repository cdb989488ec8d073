/**
 * Asks the payment gateway: who asks, when, and what is made of the answer. Uses the base, and the reconciliation,
 * where it compares one payment that the gateway gave a hint about.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.asking;
