/** Keeps what others send on one line of the log, so that nobody writes lines of their own into it. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.log;
