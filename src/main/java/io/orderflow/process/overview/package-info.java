/** The overview for ops over HTTP: what is stuck and what it is worth, and the timeline of one order. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.overview;
