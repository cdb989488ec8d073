package io.orderflow.cases;

import static java.util.Objects.requireNonNull;

import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stored case. While it is open, its unique key prevents a second open case about the same finding. */
@Entity
@Table(name = "case_file")
class CaseFile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_number")
    @SequenceGenerator(name = "case_number", sequenceName = "case_number_sequence", allocationSize = 1)
    private @Nullable Long caseNumber;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    private String reference;
    private @Nullable String orderNumber;
    private String finding;
    private String numbers;
    /**
     * The unique key of an open case; null once it is closed, because many closed cases may be about the same finding.
     */
    private @Nullable String openKey;

    @Enumerated(EnumType.STRING)
    private CaseState state = CaseState.OPEN;

    @Enumerated(EnumType.STRING)
    private @Nullable CaseOutcome outcome;

    private @Nullable String decidedBy;
    private @Nullable String note;
    private Instant foundAt;
    private @Nullable Instant closedAt;

    @Version
    private long version;

    protected CaseFile() {}

    CaseFile(Finding found, Instant now) {
        this.kind = found.kind();
        this.reference = found.reference();
        this.orderNumber = found.order().map(OrderNumber::value).orElse(null);
        this.finding = found.words();
        this.numbers = found.numbers();
        this.openKey = keyOf(found);
        this.foundAt = now;
    }

    static String keyOf(Finding found) {
        return found.kind() + ":" + found.reference();
    }

    /** Takes over the latest facts, so that the person who decides reads them. */
    void update(Finding found) {
        finding = found.words();
        numbers = found.numbers();
    }

    /** Stores the decision; the case stays open until the decision is carried out. */
    void decide(CaseOutcome decision, Actor by, @Nullable String words) {
        if (state == CaseState.CLOSED) {
            throw new IllegalStateException("case " + id() + " is closed already");
        }
        outcome = decision;
        decidedBy = by.name();
        note = words;
    }

    void close(Instant now) {
        if (state == CaseState.CLOSED) {
            return;
        }
        if (outcome == null) {
            throw new IllegalStateException("nobody has decided about case " + id());
        }
        state = CaseState.CLOSED;
        openKey = null;
        closedAt = now;
    }

    /**
     * Whether a person has closed this case as explained, and the finding has the same facts. A process that is found
     * on hold again still is, whatever was said of it.
     */
    boolean explains(Finding found) {
        return outcome == CaseOutcome.EXPLAINED
                && state == CaseState.CLOSED
                && kind != CaseKind.PROCESS_ON_HOLD
                && numbers.equals(found.numbers());
    }

    boolean isOpen() {
        return state == CaseState.OPEN;
    }

    CaseId id() {
        return new CaseId(requireNonNull(caseNumber, "the case has its number once it is stored"));
    }

    CaseOpened opened() {
        return new CaseOpened(id(), kind, reference, Optional.ofNullable(order()));
    }

    private @Nullable OrderNumber order() {
        return orderNumber == null ? null : new OrderNumber(orderNumber);
    }

    CaseView view() {
        return new CaseView(
                id(),
                kind,
                order(),
                reference,
                finding,
                foundAt,
                state,
                outcome,
                decidedBy == null ? null : new Actor(decidedBy),
                closedAt,
                note);
    }
}
