/** Asks a carrier that does not answer at once: who asks, when, and what is made of the answer. Uses the base. */
package io.orderflow.shipping.asking;
