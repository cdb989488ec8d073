package io.orderflow.order.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/orders/{orderNumber}/payment}. The key is at most 200 visible ASCII characters, by the
 * rules of Toss. It is not one or two dots, because it becomes a segment of the path of the gateway's URLs.
 */
record PaymentRequest(
        @NotNull @Pattern(regexp = "(?!\\.{1,2}$)[!-~]{1,200}")
        String paymentKey,

        @NotNull @Min(0) Long amount,
        @Pattern(regexp = "[A-Z0-9_]{1,40}") @Nullable String method) {}
