/**
 * The engine's own APIs beside ours: which of them are shut, what the others answer and accept, and which rights the
 * engine grants by itself.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.doors;
