/** Answers repeated writes with an {@code Idempotency-Key} like the first one, on every node. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.idempotency;
