/** Repeated writes with an {@code Idempotency-Key} are answered as the first one was, on whichever node. */
package io.orderflow.web.idempotency;
