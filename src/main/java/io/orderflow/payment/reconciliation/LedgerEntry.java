package io.orderflow.payment.reconciliation;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order in our ledger.
 *
 * @param status of its charge, as it is stored
 * @param openSince since when the outcome of its charge is not known; null when it is
 * @param refundOpenSince since when the outcome of its oldest open refund is not known; null when there is none
 */
record LedgerEntry(
        String paymentKey,
        String status,
        PaymentTotals books,
        @Nullable Instant openSince,
        @Nullable Instant refundOpenSince) {

    /** Whether something of it was asked for so lately that the answer may still come. */
    boolean isInFlight(Instant lately) {
        return Stream.of(openSince, refundOpenSince).filter(Objects::nonNull).anyMatch(since -> since.isAfter(lately));
    }
}
