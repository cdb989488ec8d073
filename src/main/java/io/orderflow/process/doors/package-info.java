/**
 * The engine's doors beside our API: which are shut, what the others tell and take, and what opens to whom behind them.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.doors;
