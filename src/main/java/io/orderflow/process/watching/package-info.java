/**
 * The watches over processes, which are not drawn: orders and returns that have lost theirs, processes that are
 * nobody's, those that did not hear what happened, and steps that somebody has suspended. What a watch finds becomes a
 * case, or is told again. Uses the words of the base, and what the gateway says.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.watching;
