/** Finds orders that have lost their process, so that nothing they hold is forgotten. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.guard;
