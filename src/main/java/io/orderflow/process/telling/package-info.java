/**
 * Messages to the customer: those that {@code Order}, {@code Return} and {@code ResolveCase} send by <em>Notify
 * customer</em>, and the one that a refund takes longer, which is not drawn. The room uses the vocabulary of the base
 * package.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.telling;
