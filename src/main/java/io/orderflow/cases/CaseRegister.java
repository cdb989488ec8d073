package io.orderflow.cases;

import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.VisibleText;
import io.orderflow.shared.transactions.TransactionTriedTwice;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The service for cases, from the finding until a person has resolved the case. */
@Service
public class CaseRegister {

    private static final int LONGEST_NOTE = 1000;

    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseRegister(Cases cases, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case, unless one about the same is open: then its words become the latest, and nothing else happens,
     * whoever finds it, how often, and on whichever node. What somebody has explained stays closed as long as its
     * numbers are the same. Outside of a transaction, when someone else opens the same case first, it looks again in a
     * new one; within one of its caller's it fails then, and the caller has to repeat all of that.
     *
     * @return the case as it stands; closed when it was explained before
     */
    @TransactionTriedTwice({DataIntegrityViolationException.class, ConcurrencyFailureException.class})
    public CaseView open(Finding found) {
        Optional<CaseFile> known = cases.findByOpenKey(CaseFile.keyOf(found));
        known.ifPresent(file -> file.update(found));
        return known.or(() -> explained(found)).orElseGet(() -> openAnew(found)).view();
    }

    private Optional<CaseFile> explained(Finding found) {
        return cases.findFirstByKindAndReferenceOrderByCaseNumberDesc(found.kind(), found.reference())
                .filter(file -> file.explains(found));
    }

    private CaseFile openAnew(Finding found) {
        CaseFile opened = cases.saveAndFlush(new CaseFile(found, clock.instant()));
        events.publishEvent(opened.opened());
        return opened;
    }

    /**
     * Keeps what a person decided; the case is closed when that is done. A repeated call overwrites.
     *
     * @param by who decided
     * @param note in their words, null for none, up to 1000 characters; needed where the outcome is
     *     {@link CaseOutcome#EXPLAINED}
     * @throws IllegalArgumentException when the note is missing or too long
     * @throws IllegalStateException when there is no such case, or it is closed
     */
    @Transactional
    public void decide(CaseId id, CaseOutcome outcome, Actor by, @Nullable String note) {
        String words = note == null || !VisibleText.isIn(note) ? null : note.strip();
        if (outcome == CaseOutcome.EXPLAINED && words == null) {
            throw new IllegalArgumentException("note is needed: say what explains it");
        }
        if (words != null && words.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("note must be at most " + LONGEST_NOTE + " characters");
        }
        existing(id).decide(outcome, by, words);
    }

    /**
     * Closes a case that somebody has decided about; closed already: no effect.
     *
     * @throws IllegalStateException when there is no such case, or nobody has decided
     */
    @Transactional
    public void close(CaseId id) {
        existing(id).close(clock.instant());
    }

    /**
     * Tells of an open case once more, for whoever may have lost it; closed meanwhile: no effect. Nobody else tells of
     * it until this transaction ends.
     */
    @Transactional
    public void tellAgain(CaseId id) {
        cases.lock(id.number()).filter(CaseFile::isOpen).map(CaseFile::opened).ifPresent(events::publishEvent);
    }

    /** The case, or empty when there is none of this id. */
    @Transactional(readOnly = true)
    public Optional<CaseView> find(CaseId id) {
        return cases.findByCaseNumber(id.number()).map(CaseFile::view);
    }

    /** All cases about the order, open and closed, the oldest first. */
    @Transactional(readOnly = true)
    public List<CaseView> ofOrder(OrderNumber order) {
        return cases.findByOrderNumberOrderByCaseNumberAsc(order.value()).stream()
                .map(CaseFile::view)
                .toList();
    }

    /**
     * One page of cases.
     *
     * @param state null for any
     * @param page sorts by {@code caseNumber}
     */
    @Transactional(readOnly = true)
    public Page<CaseView> search(@Nullable CaseState state, Pageable page) {
        return cases.search(state, page).map(CaseFile::view);
    }

    private CaseFile existing(CaseId id) {
        return cases.findByCaseNumber(id.number()).orElseThrow(() -> new IllegalStateException("no case " + id));
    }
}
