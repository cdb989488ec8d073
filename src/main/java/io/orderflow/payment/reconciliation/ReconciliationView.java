package io.orderflow.payment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of our ledger with the gateway's books.
 *
 * @param from the first day, in Asia/Seoul
 * @param to the last day, in Asia/Seoul
 * @param finishedAt null while it is under way
 * @param compared false when there was nothing to compare with: the gateway keeps no books, or they could not be read
 * @param payments how many payments were compared
 * @param movements how many movements of money the gateway named
 * @param differences how many payments differ
 * @param failure why it failed; null when it did not
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
