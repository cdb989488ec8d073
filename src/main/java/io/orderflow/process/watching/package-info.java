/**
 * The searches in the background, which are not drawn: for orphans, stray processes, missed events and suspended steps.
 * What they find becomes a case, or is told again. The room uses the vocabulary of the base package, and
 * {@code paying}.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.watching;
