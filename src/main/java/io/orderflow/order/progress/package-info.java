/**
 * The steps that the process takes on an order, for other modules to call. It uses the base package and
 * {@code aggregate}.
 */
@org.springframework.modulith.NamedInterface("progress")
@org.jspecify.annotations.NullMarked
package io.orderflow.order.progress;
