/** Asks a carrier that does not answer at once: who asks, when, and what is made of the answer. Uses the base. */
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping.asking;
