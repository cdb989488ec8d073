/**
 * The deadlines of requests, and the handling of bodies that are not read, so that a slow client holds no thread for
 * long.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.connection;
