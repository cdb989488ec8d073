package io.orderflow.payment.reconciliation;

import io.orderflow.payment.Discrepancies;
import io.orderflow.payment.GatewayUnavailable;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentSettings;
import io.orderflow.payment.reconciliation.ReconciliationResult.Found;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A service that compares our ledger with the gateway's books and hands each discrepancy to a person. Days are days in
 * Asia/Seoul. The gateway is read outside of any transaction.
 */
@Service
public class Reconciliation {

    public static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Seoul");
    private static final Duration LONGEST_RUN = Duration.ofMinutes(50);

    private final PaymentGateway gateway;
    private final PaymentSettings settings;
    private final LedgerComparison comparison;
    private final Discrepancies discrepancies;
    private final ReconciliationRuns runs;
    private final TransactionOperations transactions;
    private final Clock clock;

    Reconciliation(
            PaymentGateway gateway,
            PaymentSettings settings,
            LedgerComparison comparison,
            Discrepancies discrepancies,
            ReconciliationRuns runs,
            TransactionOperations transactions,
            Clock clock) {
        this.gateway = gateway;
        this.settings = settings;
        this.comparison = comparison;
        this.discrepancies = discrepancies;
        this.runs = runs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Compares these days, both inclusive, up to now. A repeated call compares again; what people have already is not
     * handed to them twice.
     *
     * @throws GatewayUnreadable when the gateway's books could not be read in full; nothing is concluded then
     */
    public ReconciliationResult reconcile(LocalDate first, LocalDate last) throws GatewayUnreadable {
        return run(begin(first, last, null));
    }

    /**
     * Compares the day before this moment's, unless this or another node has done so or is doing so. What failed, or
     * was left unfinished by a node that died, is done again.
     *
     * @return empty when there is nothing to do
     * @throws GatewayUnreadable as {@link #reconcile}
     */
    public Optional<ReconciliationResult> reconcileYesterday() throws GatewayUnreadable {
        Optional<ReconciliationRun> claimed =
                claim(LocalDate.ofInstant(clock.instant(), BUSINESS_ZONE).minusDays(1));
        return claimed.isEmpty() ? Optional.empty() : Optional.of(run(claimed.get()));
    }

    /** One page of all comparisons; sorts by {@code reconciliationId}. */
    public Page<ReconciliationView> search(Pageable page) {
        return runs.findAll(page).map(ReconciliationRun::view);
    }

    /** Claims the run of a day. The day has one row, so only the node that writes it does the work. */
    private Optional<ReconciliationRun> claim(LocalDate day) {
        try {
            return transactions.execute(status -> {
                Optional<ReconciliationRun> known = runs.findByNightlyOf(day);
                Instant now = clock.instant();
                return known.isEmpty()
                        ? Optional.of(begin(day, day, day))
                        : known.filter(run -> run.beginAgain(now, now.minus(LONGEST_RUN)))
                                .map(runs::saveAndFlush);
            });
        } catch (DataIntegrityViolationException | ConcurrencyFailureException anotherNodeWasFirst) {
            return Optional.empty();
        }
    }

    private ReconciliationRun begin(LocalDate first, LocalDate last, @Nullable LocalDate nightlyOf) {
        return runs.saveAndFlush(new ReconciliationRun(first, last, nightlyOf, settings.gateway(), clock.instant()));
    }

    private ReconciliationResult run(ReconciliationRun run) throws GatewayUnreadable {
        if (!gateway.keepsBooks()) {
            return new ReconciliationResult(change(run, it -> it.finishWithoutBooks(clock.instant())), List.of());
        }
        try {
            LedgerComparison.Result result = comparison.compare(startOf(run.firstDay()), end(run.lastDay()));
            List<Found> found = result.differences().stream()
                    .map(it -> new Found(discrepancies.report(it), it))
                    .toList();
            return new ReconciliationResult(change(run, it -> it.finish(result, clock.instant())), found);
        } catch (GatewayUnavailable e) {
            change(run, it -> it.fail(String.valueOf(e.getMessage()), clock.instant()));
            throw new GatewayUnreadable(e);
        } catch (RuntimeException e) {
            change(run, it -> it.fail("an error on our side: " + e.getClass().getSimpleName(), clock.instant()));
            throw e;
        }
    }

    private ReconciliationView change(ReconciliationRun run, Consumer<ReconciliationRun> verb) {
        return transactions.execute(status -> {
            ReconciliationRun stored = runs.findByReconciliationId(run.id()).orElseThrow();
            verb.accept(stored);
            return stored.view();
        });
    }

    private Instant end(LocalDate lastDay) {
        Instant end = startOf(lastDay.plusDays(1));
        return end.isBefore(clock.instant()) ? end : clock.instant();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BUSINESS_ZONE).toInstant();
    }
}
