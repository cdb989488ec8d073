/**
 * The expressions that the engine evaluates: names of delegates and of variables. It evaluates none that a caller
 * sends.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.expressions;
