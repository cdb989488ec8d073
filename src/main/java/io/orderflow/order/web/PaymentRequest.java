package io.orderflow.order.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/orders/{orderNumber}/payment}; the key is at most 200 visible ASCII characters, as Toss
 * says. It becomes a segment of the gateway's addresses, where one or two dots mean another address.
 */
record PaymentRequest(
        @NotNull @Pattern(regexp = "(?!\\.{1,2}$)[!-~]{1,200}")
        String paymentKey,

        @NotNull @Min(0) Long amount,
        @Pattern(regexp = "[A-Z0-9_]{1,40}") @Nullable String method) {}
