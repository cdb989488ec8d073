/**
 * Messages to the customer: the envelopes of {@code Order}, {@code Return} and {@code ResolveCase}, whose topics the
 * diagrams name (<em>Notify customer</em>), what each message says, and that a refund takes longer, which is not drawn.
 * Uses the words of the base.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.telling;
