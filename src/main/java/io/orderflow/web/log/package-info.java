/** Keeps each log message on one line, so that a client cannot forge log lines. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.log;
