/** Finds orders that have lost their process, so that nothing they hold is forgotten. */
package io.orderflow.process.guard;
