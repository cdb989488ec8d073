package io.orderflow.order.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/orders/{orderNumber}/cancellation}; the reason is in the requester's own words. */
record CancellationRequest(@Size(max = 500) @Nullable String reason) {}
