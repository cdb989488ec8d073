package io.orderflow.payment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reconciliation report.
 *
 * @param from the first day, in Asia/Seoul
 * @param to the last day, in Asia/Seoul
 * @param finishedAt when it finished or failed; null while it is under way
 * @param compared false if there was nothing to compare with: the gateway keeps no books, or they could not be read
 * @param payments the number of payments that were compared
 * @param movements the number of movements of money that the gateway named
 * @param differences the number of payments that differ
 * @param failure why it failed; null if it did not fail
 */
public record ReconciliationView(
        long reconciliationId,
        LocalDate from,
        LocalDate to,
        String gateway,
        Instant startedAt,
        @Nullable Instant finishedAt,
        boolean compared,
        int payments,
        int movements,
        int differences,
        @Nullable String failure) {}
