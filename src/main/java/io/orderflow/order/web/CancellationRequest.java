package io.orderflow.order.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/orders/{orderNumber}/cancellation}; the reason is the requester's own words. */
record CancellationRequest(@Size(max = 500) @Nullable String reason) {}
