package io.orderflow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.Together;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DatabaseTest
@RecordApplicationEvents
class CaseRegisterIntegrationTests {

    private static final Actor OPS = new Actor("ops");

    @Autowired
    CaseRegister cases;

    @Autowired
    ApplicationEvents events;

    final OrderNumber order = new OrderNumber("ORD-" + UUID.randomUUID());

    @Test
    void opensCaseAndTellsOfIt() {
        CaseView opened = cases.open(finding("holds 100 won", "100"));

        assertThat(opened.state()).isEqualTo(CaseState.OPEN);
        assertThat(opened.finding()).isEqualTo("holds 100 won");
        assertThat(opened.orderNumber()).isEqualTo(order);
        assertThat(cases.find(opened.caseId())).contains(opened);
        assertThat(events.stream(CaseOpened.class))
                .containsExactly(
                        new CaseOpened(opened.caseId(), CaseKind.ORPHANED_ORDER, order.value(), Optional.of(order)));
    }

    @Test
    void findsOpenCaseAgainWithTheLatestWords() {
        CaseView first = cases.open(finding("holds 100 won", "100"));

        CaseView second = cases.open(finding("holds 50 won", "50"));

        assertThat(second.caseId()).isEqualTo(first.caseId());
        assertThat(cases.find(first.caseId())).map(CaseView::finding).contains("holds 50 won");
        assertThat(events.stream(CaseOpened.class)).hasSize(1);
    }

    @Test
    void opensOneCaseHoweverManyFindTheSameAtOnce() throws Exception {
        var opened = new HashSet<>(Together.run(
                8, i -> () -> cases.open(finding("holds 100 won", "100")).caseId()));

        assertThat(opened).hasSize(1).allMatch(CaseId.class::isInstance);
    }

    @Test
    void tellsKindsApart() {
        CaseView orphan = cases.open(finding("holds 100 won", "100"));

        CaseView other = cases.open(new Finding(CaseKind.DOUBLE_CHARGE, order.value(), Optional.empty(), "twice", "2"));

        assertThat(other.caseId()).isNotEqualTo(orphan.caseId());
        assertThat(other.orderNumber()).isNull();
    }

    @Test
    void leavesExplainedCaseClosedWhileItsNumbersAreTheSame() {
        CaseId first = closed(CaseOutcome.EXPLAINED, "paid by bank transfer");

        CaseView again = cases.open(finding("holds 100 won", "100"));

        assertThat(again.caseId()).isEqualTo(first);
        assertThat(again.state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void opensExplainedCaseAnewWhenItsNumbersHaveChanged() {
        CaseId first = closed(CaseOutcome.EXPLAINED, "paid by bank transfer");

        CaseView again = cases.open(finding("holds 50 won", "50"));

        assertThat(again.caseId()).isNotEqualTo(first);
        assertThat(again.state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void opensAnewWhatWasNotExplainedAndIsStillThere() {
        CaseId first = closed(CaseOutcome.RESUME, null);

        CaseView again = cases.open(finding("holds 100 won", "100"));

        assertThat(again.caseId()).isNotEqualTo(first);
    }

    @Test
    void keepsWhoDecidedAndWhatTheyNoted() {
        CaseId id = closed(CaseOutcome.EXPLAINED, "  paid by bank transfer ");

        CaseView found = cases.find(id).orElseThrow();

        assertThat(found.state()).isEqualTo(CaseState.CLOSED);
        assertThat(found.outcome()).isEqualTo(CaseOutcome.EXPLAINED);
        assertThat(found.closedBy()).isEqualTo(OPS);
        assertThat(found.closedAt()).isNotNull();
        assertThat(found.note()).isEqualTo("paid by bank transfer");
    }

    @Test
    void staysAsItWasWhenItIsClosedAgain() {
        CaseId id = closed(CaseOutcome.RESUME, null);
        CaseView before = cases.find(id).orElseThrow();

        cases.close(id);

        assertThat(cases.find(id)).contains(before);
        assertThatThrownBy(() -> cases.decide(id, CaseOutcome.GIVE_BACK, OPS, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isNotExplainedWithoutWords() {
        CaseId id = cases.open(finding("holds 100 won", "100")).caseId();

        assertThatThrownBy(() -> cases.decide(id, CaseOutcome.EXPLAINED, OPS, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("note is needed: say what explains it");
        assertThatThrownBy(() -> cases.decide(id, CaseOutcome.RESUME, OPS, "x".repeat(1001)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cases.close(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void listsByState() {
        CaseId closed = closed(CaseOutcome.RESUME, null);
        CaseView open = cases.open(finding("holds 100 won", "100"));

        var found = cases.search(CaseState.OPEN, PageRequest.of(0, 100))
                .map(CaseView::caseId)
                .getContent();

        assertThat(found).contains(open.caseId()).doesNotContain(closed);
        assertThat(cases.search(null, PageRequest.of(0, 100)).map(CaseView::caseId))
                .contains(open.caseId(), closed);
    }

    @Test
    void cutsWordsThatAreTooLong() {
        CaseView opened = cases.open(finding("x".repeat(1001), "100"));

        assertThat(opened.finding()).hasSize(1000).endsWith("…");
    }

    private CaseId closed(CaseOutcome outcome, String note) {
        CaseId id = cases.open(finding("holds 100 won", "100")).caseId();
        cases.decide(id, outcome, OPS, note);
        cases.close(id);
        return id;
    }

    private Finding finding(String words, String numbers) {
        return new Finding(CaseKind.ORPHANED_ORDER, order.value(), Optional.of(order), words, numbers);
    }
}
