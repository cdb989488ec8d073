package io.orderflow.payment.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.DatabaseTest;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentParts;
import io.orderflow.payment.PaymentRefunded;
import io.orderflow.payment.Payments;
import io.orderflow.payment.RefundFacts;
import io.orderflow.payment.RefundId;
import io.orderflow.payment.RefundRefused;
import io.orderflow.payment.RefundStatus;
import io.orderflow.shared.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How money goes back, in parts and in all, and what happens when the gateway does not play along. */
@DatabaseTest
class RefundIntegrationTests {

    private static final Money PRICE = Money.won(10_000);
    private static final Money PART = Money.won(4_000);
    private static final Money REST = Money.won(6_000);
    private static final PaymentGateway.Refused REFUSED = new PaymentGateway.Refused("REJECTED", "account closed");
    private static final PaymentGateway.Refunded DONE = new PaymentGateway.Refunded("ref-1");
    private static final PaymentGateway.Unknown NO_ANSWER = new PaymentGateway.Unknown("no answer");

    @Autowired
    private Payments rows;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PlatformTransactionManager manager;

    private GatewayScenario gateway;
    private RefundId id;

    @BeforeEach
    void charge() {
        gateway = new GatewayScenario(application);
        id = new RefundId(gateway.order + "-RET-1");
        gateway.asked(payments -> payments.charge(gateway.order, "key", PRICE, "CARD"));
        gateway.serve();
        gateway.events.clear();
    }

    @Test
    void givesBackPartOnceHoweverOftenItIsAskedFor() {
        RefundStatus first = refund(PART);
        gateway.serve();
        RefundStatus second = refund(PART);
        boolean more = gateway.serve();

        assertThat(List.of(first, second)).containsExactly(RefundStatus.REQUESTED, RefundStatus.DONE);
        assertThat(more).isFalse();
        assertThat(gateway.refunds)
                .containsExactly(new PaymentGateway.Refund(id, gateway.order, "key", PART, PRICE, "cancel:" + id));
        assertThat(gateway.events).containsExactly(refunded(id, RefundStatus.DONE, PART));
        assertThat(gateway.held()).isEqualTo(REST);
    }

    @Test
    void givesBackTheRestWhenTheOrderIsCalledOffAfterPartIsBack() {
        refund(PART);
        gateway.serve();

        callOff();
        callOff();
        gateway.serve();
        callOff();

        assertThat(gateway.serve()).isFalse();
        assertThat(gateway.refunds).extracting(PaymentGateway.Refund::amount).containsExactly(PART, REST);
        assertThat(gateway.events).endsWith(refunded(RefundId.ofCalledOff(gateway.order), RefundStatus.DONE, PRICE));
        assertThat(gateway.held()).isEqualTo(Money.ZERO);
    }

    @Test
    void keepsAFeeOnceAndRefundsNothingOfIt() {
        refund(PART);
        keepFee(Money.won(1_000));
        keepFee(Money.won(1_000));

        RefundId another = new RefundId(gateway.order + "-RET-2");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        gateway.asked(payments -> payments.refund(another, gateway.order, REST.minus(Money.won(999)))));
        assertThat(fees()).isEqualTo(1_000);
        gateway.asked(payments -> payments.refund(another, gateway.order, REST.minus(Money.won(1_000))));
    }

    @Test
    void keepsNoFeeOfWhatIsNotHeldAnyMore() {
        refund(PART);

        assertThatIllegalStateException().isThrownBy(() -> keepFee(REST.plus(Money.won(1))));

        assertThat(fees()).isZero();
    }

    @Test
    void keepsNothingWhereThereIsNoFee() {
        keepFee(Money.ZERO);

        assertThat(fees()).isZero();
    }

    @Test
    void givesTheFeeBackWithTheRestWhenTheOrderIsCalledOff() {
        refund(PART);
        gateway.serve();
        keepFee(Money.won(1_000));

        callOff();
        callOff();
        gateway.serve();

        assertThat(gateway.refunds).extracting(PaymentGateway.Refund::amount).containsExactly(PART, REST);
        assertThat(fees()).isZero();
    }

    private void keepFee(Money fee) {
        gateway.tell(payments -> payments.keepFee(id, gateway.order, fee));
    }

    private long fees() {
        return new TransactionTemplate(manager).execute(status -> PaymentParts.fees(rows, gateway.order));
    }

    @Test
    void knowsWhetherTheGatewayIsBeingAsked() {
        boolean before = gateway.asked(payments -> payments.awaitsRefund(gateway.order));
        refund(PART);
        boolean meanwhile = gateway.asked(payments -> payments.awaitsRefund(gateway.order));
        gateway.serve();
        boolean after = gateway.asked(payments -> payments.awaitsRefund(gateway.order));

        assertThat(List.of(before, meanwhile, after)).containsExactly(false, true, false);
    }

    /** The gateway would answer the old key as before. */
    @Test
    void asksUnderAnotherKeyForARefundThatWasRefused() {
        gateway.refundAnswer = REFUSED;
        refund(PART);
        gateway.serve();
        RefundFacts facts = gateway.asked(payments -> payments.facts(id));
        gateway.refundAnswer = DONE;
        RefundStatus retried = retry();
        gateway.serve();

        assertThat(retried).isEqualTo(RefundStatus.REQUESTED);
        assertThat(facts)
                .isEqualTo(
                        new RefundFacts(id, gateway.order, PART, RefundStatus.REFUSED, 1, "REJECTED: account closed"));
        assertThat(gateway.events)
                .containsExactly(
                        new RefundRefused(gateway.order, id, PART, "REJECTED: account closed"),
                        refunded(id, RefundStatus.DONE, PART));
        assertThat(gateway.refunds)
                .extracting(PaymentGateway.Refund::idempotencyKey)
                .containsExactly("cancel:" + id, "cancel:" + id + ":2");
    }

    @Test
    void countsRefundSettledOutsideAndAsksTheGatewayNoMore() {
        gateway.refundAnswer = REFUSED;
        refund(PART);
        gateway.serve();
        settleOutside("BANK-77");

        RefundStatus again = retry();

        assertThat(again).isEqualTo(RefundStatus.SETTLED_OUTSIDE);
        assertThat(gateway.serve()).isFalse();
        assertThat(gateway.events).endsWith(refunded(id, RefundStatus.SETTLED_OUTSIDE, PART));
        assertThat(gateway.held()).isEqualTo(REST);
    }

    @Test
    void isSettledOutsideOnceAndOnlyUnderReference() {
        gateway.refundAnswer = REFUSED;
        refund(PART);
        gateway.serve();

        assertThatIllegalArgumentException().isThrownBy(() -> settleOutside(null));
        assertThatIllegalArgumentException().isThrownBy(() -> settleOutside(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> settleOutside("x".repeat(201)));

        settleOutside("x".repeat(200));

        assertThatIllegalStateException()
                .isThrownBy(() -> settleOutside("BANK-78"))
                .withMessageContaining("already");
        assertThat(gateway.held()).isEqualTo(REST);
    }

    /** Or the money could go back twice. */
    @Test
    void isNotSettledOutsideWhileTheGatewayIsBeingAsked() {
        refund(PART);

        assertThatIllegalStateException()
                .isThrownBy(() -> settleOutside("BANK-79"))
                .withMessageContaining("being asked");

        assertThat(gateway.held()).isEqualTo(PRICE);
    }

    @Test
    void neverAsksTheGatewayForMoreThanItHolds() {
        refund(PART);
        RefundId another = new RefundId(gateway.order + "-RET-2");

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        gateway.asked(payments -> payments.refund(another, gateway.order, REST.plus(Money.won(1)))))
                .withMessageContaining("above what order");

        gateway.serve();
        assertThat(gateway.refunds).hasSize(1);
        assertThat(gateway.held()).isEqualTo(REST);
    }

    @Test
    void refundsAreAskedForOneAtATime() {
        RefundId another = new RefundId(gateway.order + "-RET-2");
        List<Boolean> meanwhile = new ArrayList<>();
        refund(PART);
        gateway.later(Duration.ofMillis(1));
        gateway.asked(payments -> payments.refund(another, gateway.order, REST));
        gateway.meanwhile = () -> meanwhile.add(gateway.serve());

        gateway.serve();
        gateway.serve();

        assertThat(meanwhile).containsExactly(false, false);
        assertThat(gateway.refunds).extracting(PaymentGateway.Refund::id).containsExactly(id, another);
        assertThat(gateway.refunds).extracting(PaymentGateway.Refund::held).containsExactly(PRICE, REST);
        assertThat(gateway.held()).isEqualTo(Money.ZERO);
    }

    /** Or a person could pay it back by other means while the other node is still asking for it. */
    @Test
    void lateRefusalLeavesTheRefundToWhoeverAsksForItNow() {
        gateway.refundAnswer = REFUSED;
        refund(PART);
        Runnable late = gateway.ask();
        gateway.later(GatewayScenario.PATIENCE);
        gateway.claim().orElseThrow();

        late.run();

        assertThatIllegalStateException()
                .isThrownBy(() -> settleOutside("bank-1"))
                .withMessageContaining("is being asked for");
    }

    /** Also when the first to hear was the late one. */
    @Test
    void refundOfMoneyThatWasHeardOfLateIsNotForgotten() {
        refund(PART);
        Runnable late = gateway.ask();
        gateway.later(GatewayScenario.PATIENCE);
        gateway.refundFound = new PaymentGateway.Refunded("ref-1");
        Runnable other = gateway.ask();
        late.run();
        gateway.asked(payments -> payments.refund(new RefundId(gateway.order + "-RET-2"), gateway.order, REST));
        other.run();

        boolean asked = gateway.serve();

        assertThat(asked).isTrue();
        assertThat(gateway.held()).isEqualTo(Money.ZERO);
    }

    /** What was paid back by other means is still in the gateway's books. */
    @Test
    void expectsAtTheGatewayWhatItDidNotGiveBackItself() {
        gateway.refundAnswer = REFUSED;
        refund(PART);
        gateway.serve();
        settleOutside("BANK-80");
        gateway.refundAnswer = DONE;

        callOff();
        gateway.serve();

        assertThat(gateway.refunds)
                .last()
                .extracting(PaymentGateway.Refund::amount, PaymentGateway.Refund::held)
                .containsExactly(REST, PRICE);
    }

    @Test
    void refundOfNothingIsDoneWithoutAsking() {
        RefundStatus status = refund(Money.ZERO);

        assertThat(status).isEqualTo(RefundStatus.DONE);
        assertThat(gateway.serve()).isFalse();
        assertThat(gateway.events).isEmpty();
    }

    @Test
    void recognisesRefundWhoseAnswerWasLost() {
        gateway.refundAnswer = NO_ANSWER;
        refund(PART);
        gateway.serve();
        gateway.later(Duration.ofSeconds(1));
        gateway.refundFound = DONE;

        gateway.serve();

        assertThat(gateway.refunds).hasSize(1);
        assertThat(gateway.events).containsExactly(refunded(id, RefundStatus.DONE, PART));
        assertThat(gateway.asked(payments -> payments.facts(id)).attempts()).isEqualTo(2);
    }

    @Test
    void asksAgainUnderTheSameKeyForRefundThatTheGatewayDoesNotKnow() {
        gateway.refundAnswer = NO_ANSWER;
        refund(PART);
        gateway.serve();
        gateway.later(Duration.ofSeconds(1));
        gateway.refundAnswer = DONE;

        gateway.serve();

        assertThat(gateway.refundsLookedUp).hasSize(1);
        assertThat(gateway.refunds)
                .hasSize(2)
                .extracting(PaymentGateway.Refund::idempotencyKey)
                .containsOnly("cancel:" + id);
        assertThat(gateway.held()).isEqualTo(REST);
    }

    /** What was not answered may still be done: the key stays. */
    @Test
    void handsRefundWithoutAnswerToPersonWhenItsTriesAreUsedUpAndKeepsItsKey() {
        giveUp();
        boolean more = gateway.serve();
        retry();
        gateway.refundAnswer = DONE;
        gateway.serve();

        assertThat(more).isFalse();
        assertThat(gateway.events)
                .first()
                .isEqualTo(new RefundRefused(gateway.order, id, PART, "no answer after all attempts: no answer"));
        assertThat(gateway.refunds)
                .extracting(PaymentGateway.Refund::idempotencyKey)
                .containsOnly("cancel:" + id);
        assertThat(gateway.held()).isEqualTo(REST);
    }

    @Test
    void ourOwnFaultIsHandedToPersonAtOnce() {
        gateway.refundAnswer = new PaymentGateway.OurFault("FORBIDDEN_REQUEST", "not allowed");
        refund(PART);

        gateway.serve();

        assertThat(gateway.events)
                .singleElement()
                .isInstanceOf(RefundRefused.class)
                .asString()
                .contains("FORBIDDEN_REQUEST", "our own fault");
        assertThat(gateway.held()).isEqualTo(PRICE);
    }

    /** The hint's look at the payment and the refund's request cross each other. */
    @Test
    void refundThatIsAskedForDuringALookAtThePaymentIsNotForgotten() {
        gateway.tell(payments -> payments.hint(gateway.order));
        GatewayRequest look = gateway.claim().orElseThrow();
        refund(PART);
        gateway.settle(look);

        boolean asked = gateway.serve();

        assertThat(asked).isTrue();
        assertThat(gateway.held()).isEqualTo(REST);
    }

    @Test
    void refundThatNobodyAskedForIsUnknown() {
        assertThatIllegalStateException().isThrownBy(this::retry).withMessage("no refund " + id);
    }

    private RefundStatus refund(Money amount) {
        return gateway.asked(payments -> payments.refund(id, gateway.order, amount));
    }

    private RefundStatus retry() {
        return gateway.asked(payments -> payments.retryRefund(id));
    }

    private void callOff() {
        gateway.tell(payments -> payments.refund(gateway.order));
    }

    private void settleOutside(String reference) {
        gateway.tell(payments -> payments.settleOutside(id, reference));
    }

    private void giveUp() {
        gateway.refundAnswer = NO_ANSWER;
        refund(PART);
        for (int i = 0; i < 3; i++) {
            gateway.serve();
            gateway.later(Duration.ofSeconds(5));
        }
    }

    private PaymentRefunded refunded(RefundId refund, RefundStatus status, Money inAll) {
        return new PaymentRefunded(gateway.order, refund, status, inAll);
    }
}
