/**
 * The terms of a return as plain calculations: how long it is possible, and how much is refunded. It uses no other
 * room.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.returns.terms;
