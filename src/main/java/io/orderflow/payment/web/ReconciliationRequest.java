package io.orderflow.payment.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which days to compare, in Asia/Seoul, both inclusive; null: yesterday, and today. */
record ReconciliationRequest(
        @Nullable LocalDate from, @Nullable LocalDate to) {}
