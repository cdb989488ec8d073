/**
 * Asks a carrier that does not answer at once: which worker asks, when it asks, and what it does with the answer. It
 * uses the base package.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping.asking;
