package io.orderflow.payment.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days to reconcile, in Asia/Seoul, both inclusive.
 *
 * @param from the first day; if null, yesterday, but not after {@code to}
 * @param to the last day; if null, today
 */
record ReconciliationRequest(
        @Nullable LocalDate from, @Nullable LocalDate to) {}
