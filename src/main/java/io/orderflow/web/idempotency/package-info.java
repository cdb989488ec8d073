/** Repeated writes with an {@code Idempotency-Key} are answered as the first one was, on whichever node. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.idempotency;
