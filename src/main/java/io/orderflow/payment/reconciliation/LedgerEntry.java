package io.orderflow.payment.reconciliation;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order in our ledger.
 *
 * @param status the stored status of its charge
 * @param openSince when its charge was asked for, if the outcome is not known; otherwise null
 * @param refundOpenSince when its oldest open refund was asked for; null if no refund is open
 */
record LedgerEntry(
        String paymentKey,
        String status,
        PaymentTotals totals,
        @Nullable Instant openSince,
        @Nullable Instant refundOpenSince) {

    /** Whether its charge or a refund was asked for so recently that the answer may still come. */
    boolean isInFlight(Instant lately) {
        return Stream.of(openSince, refundOpenSince).filter(Objects::nonNull).anyMatch(since -> since.isAfter(lately));
    }
}
