/**
 * The terms of a return as plain arithmetic: how long it is possible, and how much is given back. Uses no other room.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.returns.terms;
