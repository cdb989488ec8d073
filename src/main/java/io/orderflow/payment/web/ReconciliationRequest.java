package io.orderflow.payment.web;

import java.time.LocalDate;

/** Which days to compare, in Asia/Seoul, both inclusive; null: yesterday, and today. */
record ReconciliationRequest(LocalDate from, LocalDate to) {}
