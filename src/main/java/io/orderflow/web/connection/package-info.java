/**
 * How long a request may take to arrive, and what becomes of a body that nobody reads: no client holds a thread by
 * being slow.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.connection;
