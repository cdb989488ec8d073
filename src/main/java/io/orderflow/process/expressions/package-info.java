/**
 * What an expression may mean to the engine: names of steps and of variables. None that a caller sends is evaluated.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.expressions;
