package io.orderflow.payment.reconciliation;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One run of the reconciliation. It is stored when it begins, and then finishes or fails. */
@Entity
@Table(name = "reconciliation")
class ReconciliationRun {

    private static final int LONGEST_FAILURE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reconciliation_id")
    @SequenceGenerator(name = "reconciliation_id", sequenceName = "reconciliation_sequence", allocationSize = 1)
    private @Nullable Long reconciliationId;

    private LocalDate firstDay;
    private LocalDate lastDay;
    /** The day that this nightly run reconciles; null if a person started the run. */
    private @Nullable LocalDate nightlyOf;

    private String gateway;
    private Instant startedAt;
    private @Nullable Instant finishedAt;
    private boolean compared;
    private int payments;
    private int movements;
    private int differences;
    private @Nullable String failure;

    @Version
    private long version;

    protected ReconciliationRun() {}

    ReconciliationRun(
            LocalDate firstDay, LocalDate lastDay, @Nullable LocalDate nightlyOf, String gateway, Instant now) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.nightlyOf = nightlyOf;
        this.gateway = gateway;
        this.startedAt = now;
    }

    /** Begins the run again if it has failed, or if its node seems to have died. Returns whether it did. */
    boolean beginAgain(Instant now, Instant diedBefore) {
        boolean wanted = failure != null || finishedAt == null && startedAt.isBefore(diedBefore);
        if (wanted) {
            failure = null;
            finishedAt = null;
            startedAt = now;
        }
        return wanted;
    }

    void finish(LedgerComparison.Result result, Instant now) {
        compared = true;
        payments = result.payments();
        movements = result.movements();
        differences = result.differences().size();
        finishedAt = now;
    }

    /** Finishes the run without a comparison, because the gateway keeps no books. */
    void finishWithoutBooks(Instant now) {
        finishedAt = now;
    }

    void fail(String why, Instant now) {
        failure = why.length() <= LONGEST_FAILURE ? why : why.substring(0, LONGEST_FAILURE);
        finishedAt = now;
    }

    long id() {
        return requireNonNull(reconciliationId, "a run has its id once it is stored");
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    ReconciliationView view() {
        return new ReconciliationView(
                id(),
                firstDay,
                lastDay,
                gateway,
                startedAt,
                finishedAt,
                compared,
                payments,
                movements,
                differences,
                failure);
    }
}
