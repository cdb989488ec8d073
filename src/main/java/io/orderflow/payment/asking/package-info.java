/**
 * Asks the payment gateway: which worker asks, when it asks, and what it does with the answer. It uses the base
 * package, and {@code reconciliation} to compare a payment about which the gateway has sent a hint.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.asking;
