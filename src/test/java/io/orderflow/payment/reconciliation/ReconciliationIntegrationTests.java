package io.orderflow.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.Together;
import io.orderflow.cases.CaseId;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseOutcome;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.payment.Discrepancy;
import io.orderflow.payment.Discrepancy.Kind;
import io.orderflow.payment.reconciliation.ReconciliationResult.Found;
import io.orderflow.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

@DatabaseTest
@Import({FakeBooks.class, LedgerRows.class})
class ReconciliationIntegrationTests {

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    FakeBooks gateway;

    @Autowired
    LedgerRows ledger;

    @Autowired
    CaseRegister cases;

    @Autowired
    Clock clock;

    final String order = "ORD-" + UUID.randomUUID();
    final String key = "key-" + UUID.randomUUID();
    LocalDate yesterday;
    Instant noon;

    @BeforeEach
    void emptyBooks() {
        gateway.clear();
        ledger.clear();
        yesterday = LocalDate.ofInstant(clock.instant(), Reconciliation.BUSINESS_ZONE)
                .minusDays(1);
        noon = yesterday.atTime(12, 0).atZone(Reconciliation.BUSINESS_ZONE).toInstant();
    }

    // ---- what agrees

    @Test
    void findsNothingWhereBothSidesAgree() throws Exception {
        ledger.charged(order, key, 20_000, noon);
        gateway.charged(order, key, 20_000, noon.minusSeconds(2));
        ledger.refund(order, 5_000, "DONE", noon.plusSeconds(60));
        gateway.refunded(order, key, 5_000, noon.plusSeconds(58));

        ReconciliationResult result = reconcile();

        assertThat(result.found()).isEmpty();
        assertThat(result.reconciliation().compared()).isTrue();
        assertThat(result.reconciliation().payments()).isOne();
        assertThat(result.reconciliation().movements()).isEqualTo(2);
        assertThat(gateway.standingsRead()).isZero();
    }

    @Test
    void takesPaymentOnBothSidesOfMidnightForNoDifference() throws Exception {
        Instant midnight = yesterday.atStartOfDay(Reconciliation.BUSINESS_ZONE).toInstant();
        gateway.charged(order, key, 20_000, midnight.minusSeconds(1));
        ledger.charged(order, key, 20_000, midnight.plusSeconds(1));
        String late = order + "-2";
        gateway.charged(
                late, key + "-2", 10_000, midnight.plus(Duration.ofDays(1)).minusSeconds(1));
        ledger.charged(
                late, key + "-2", 10_000, midnight.plus(Duration.ofDays(1)).plusSeconds(1));

        assertThat(reconcile().found()).isEmpty();
        assertThat(gateway.standingsRead()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUESTED", "UNRESOLVED"})
    void takesChargeInFlightForNoDifference(String status) throws Exception {
        Instant now = clock.instant();
        ledger.charge(order, key, 20_000, status, now.minus(Duration.ofMinutes(59)));
        gateway.charged(order, key, 20_000, now.minusSeconds(1));

        assertThat(reconcileToday().found()).isEmpty();
    }

    @Test
    void takesRefundInFlightForNoDifference() throws Exception {
        Instant now = clock.instant();
        ledger.charged(order, key, 20_000, noon);
        gateway.charged(order, key, 20_000, noon);
        ledger.refund(order, 5_000, "REQUESTED", now.minus(Duration.ofMinutes(59)));
        gateway.refunded(order, key, 5_000, now.minusSeconds(1));

        assertThat(reconcileToday().found()).isEmpty();
    }

    @Test
    void leavesOutWhatNeverTouchedTheGateway() throws Exception {
        ledger.charged(order, key, 20_000, noon);
        gateway.charged(order, key, 20_000, noon);
        ledger.refund(order, 20_000, "SETTLED_OUTSIDE", noon);
        ledger.charged(order + "-free", "none", 0, noon);

        ReconciliationResult result = reconcile();

        assertThat(result.found()).isEmpty();
        assertThat(result.reconciliation().payments()).isOne();
    }

    // ---- what does not

    @Test
    void findsChargeThatOurLedgerDoesNotHave() throws Exception {
        gateway.charged(order, key, 20_000, noon);

        Discrepancy found = only(reconcile(), Kind.CHARGE_MISSING_HERE);

        assertThat(found.words())
                .isEqualTo("Order %s: our ledger has 0 won charged and 0 won of it refunded (charge: none), "
                                .formatted(order)
                        + "the gateway has 20,000 won charged and 0 won of it refunded.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUESTED", "UNRESOLVED", "DECLINED"})
    void findsChargeThatOurLedgerDoesNotHaveAsCharged(String status) throws Exception {
        ledger.charge(order, key, 20_000, status, noon);
        gateway.charged(order, key, 20_000, noon);

        assertThat(only(reconcile(), Kind.CHARGE_MISSING_HERE).words()).contains("(charge: " + status + ")");
    }

    @Test
    void findsChargeThatTheGatewayDoesNotHave() throws Exception {
        ledger.charged(order, key, 20_000, noon);

        only(reconcile(), Kind.CHARGE_MISSING_THERE);
    }

    @Test
    void findsOtherAmount() throws Exception {
        ledger.charged(order, key, 20_000, noon);
        gateway.charged(order, key, 20_001, noon);

        only(reconcile(), Kind.AMOUNT_DIFFERS);
    }

    @Test
    void findsSecondChargeOfOneOrder() throws Exception {
        ledger.charged(order, "first-" + key, 20_000, noon);
        gateway.charged(order, "first-" + key, 20_000, noon);
        gateway.charged(order, key, 20_000, noon);

        assertThat(only(reconcile(), Kind.DOUBLE_CHARGE).words())
                .contains("charged under another payment already: first-" + key);
    }

    @Test
    void findsRefundThatOurLedgerDoesNotHave() throws Exception {
        ledger.charged(order, key, 20_000, noon.minus(Duration.ofDays(9)));
        gateway.charged(order, key, 20_000, noon.minus(Duration.ofDays(9)));
        ledger.refund(order, 5_000, "REFUSED", noon);
        gateway.refunded(order, key, 5_000, noon);

        only(reconcile(), Kind.REFUND_MISSING_HERE);
    }

    @Test
    void findsRefundThatTheGatewayDoesNotHave() throws Exception {
        ledger.charged(order, key, 20_000, noon.minus(Duration.ofDays(9)));
        gateway.charged(order, key, 20_000, noon.minus(Duration.ofDays(9)));
        ledger.refund(order, 5_000, "DONE", noon);

        only(reconcile(), Kind.REFUND_MISSING_THERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"주문 1", "1", ""})
    void findsChargeUnderWhatCanBeNoOrderOfOurs(String name) throws Exception {
        gateway.charged(name, key, 20_000, noon);

        Discrepancy found = only(reconcile(), Kind.CHARGE_MISSING_HERE);

        assertThat(found.words()).contains("the gateway has 20,000 won charged");
    }

    // ---- what becomes of it

    @Test
    void opensCaseForDifferenceOnceHoweverOftenItIsFound() throws Exception {
        gateway.charged(order, key, 20_000, noon);

        String first = reconcile().found().get(0).caseId();
        String second = reconcile().found().get(0).caseId();

        assertThat(second).isEqualTo(first);
        CaseView opened = cases.find(CaseId.of(first)).orElseThrow();
        assertThat(opened.kind()).isEqualTo(CaseKind.CHARGE_MISSING_HERE);
        assertThat(opened.reference()).isEqualTo(key);
        assertThat(opened.orderNumber()).as("no order of ours").isNull();
        assertThat(opened.state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void leavesExplainedDifferenceClosed() throws Exception {
        gateway.charged(order, key, 20_000, noon);
        CaseId id = CaseId.of(reconcile().found().get(0).caseId());
        cases.decide(id, CaseOutcome.EXPLAINED, new Actor("ops"), "of the old shop");
        cases.close(id);

        Found again = reconcile().found().get(0);

        assertThat(again.caseId()).isEqualTo(id.value());
        assertThat(cases.find(id)).map(CaseView::state).contains(CaseState.CLOSED);
    }

    @Test
    void concludesNothingFromBooksThatCannotBeRead() {
        ledger.charged(order, key, 20_000, noon);
        gateway.beUnreadable();

        assertThatThrownBy(this::reconcile).isInstanceOf(GatewayUnreadable.class);

        ReconciliationView failed = latest();
        assertThat(failed.failure()).isEqualTo("no answer in time");
        assertThat(failed.compared()).isFalse();
        assertThat(failed.finishedAt()).isNotNull();
        assertThat(cases.search(CaseState.OPEN, PageRequest.of(0, 100)).map(CaseView::reference))
                .doesNotContain(key);
    }

    @Test
    void saysThatThereWasNothingToCompareWith() throws Exception {
        ledger.charged(order, key, 20_000, noon);
        gateway.keepNoBooks();

        ReconciliationResult result = reconcile();

        assertThat(result.reconciliation().compared()).isFalse();
        assertThat(result.reconciliation().failure()).isNull();
        assertThat(result.found()).isEmpty();
    }

    // ---- every night

    @Test
    void comparesYesterdayOnceHoweverManyNodesWakeUp() throws Exception {
        gateway.charged(order, key, 20_000, noon);

        List<Object> outcomes = Together.run(4, node -> reconciliation::reconcileYesterday);

        assertThat(outcomes).allMatch(Optional.class::isInstance);
        assertThat(outcomes)
                .filteredOn(outcome -> ((Optional<?>) outcome).isPresent())
                .hasSize(1);
        assertThat(latest().from()).isEqualTo(yesterday);
        assertThat(latest().to()).isEqualTo(yesterday);
        assertThat(latest().differences()).isOne();
        assertThat(reconciliation.reconcileYesterday()).isEmpty();
    }

    @Test
    void comparesYesterdayAgainWhenThatHasFailed() throws Exception {
        gateway.beUnreadable();
        assertThatThrownBy(() -> reconciliation.reconcileYesterday()).isInstanceOf(GatewayUnreadable.class);
        gateway.clear();

        Optional<ReconciliationResult> again = reconciliation.reconcileYesterday();

        assertThat(again).isPresent();
        assertThat(latest().failure()).isNull();
        assertThat(latest().compared()).isTrue();
    }

    @Test
    void comparesYesterdayAgainWhenItsNodeHasDied() throws Exception {
        ledger.nightlyBegun(yesterday, clock.instant().minus(Duration.ofHours(1)));

        assertThat(reconciliation.reconcileYesterday()).isPresent();
        assertThat(reconciliation.reconcileYesterday()).isEmpty();
    }

    private ReconciliationResult reconcile() throws GatewayUnreadable {
        return reconciliation.reconcile(yesterday, yesterday);
    }

    private ReconciliationResult reconcileToday() throws GatewayUnreadable {
        return reconciliation.reconcile(yesterday, yesterday.plusDays(1));
    }

    private Discrepancy only(ReconciliationResult result, Kind kind) {
        assertThat(result.found()).hasSize(1);
        assertThat(result.reconciliation().differences()).isOne();
        Discrepancy found = result.found().get(0).difference();
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.paymentKey()).isEqualTo(key);
        return found;
    }

    private ReconciliationView latest() {
        return reconciliation
                .search(PageRequest.of(0, 1, Sort.by("reconciliationId").descending()))
                .getContent()
                .get(0);
    }
}
