package io.orderflow.payment.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.DatabaseTest;
import io.orderflow.payment.ChargeStatus;
import io.orderflow.payment.Discrepancy;
import io.orderflow.payment.PaymentChangeReported;
import io.orderflow.payment.PaymentCharged;
import io.orderflow.payment.PaymentDeclined;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentOutcomeUnknown;
import io.orderflow.payment.PaymentUnresolved;
import io.orderflow.payment.Payments;
import io.orderflow.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** How an order's money is asked for, whatever the gateway makes of it. */
@DatabaseTest
class ChargeIntegrationTests {

    private static final Money PRICE = Money.won(10_000);
    private static final PaymentGateway.Unknown NO_ANSWER = new PaymentGateway.Unknown("no answer in time");
    private static final PaymentGateway.Approved APPROVED = new PaymentGateway.Approved(Instant.EPOCH);

    @Autowired
    private Payments rows;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private PlatformTransactionManager manager;

    private GatewayScenario gateway;

    @BeforeEach
    void submitPayment() {
        gateway = new GatewayScenario(application);
        gateway.asked(payments -> payments.charge(gateway.order, "key", PRICE, "CARD"));
    }

    @Test
    void asksTheGatewayOnceAfterTheCommit() {
        List<PaymentGateway.Charge> before = List.copyOf(gateway.charges);

        boolean asked = gateway.serve();
        boolean askedAgain = gateway.serve();

        assertThat(before).isEmpty();
        assertThat(List.of(asked, askedAgain)).containsExactly(true, false);
        assertThat(gateway.charges)
                .containsExactly(
                        new PaymentGateway.Charge(gateway.order, "key", PRICE, "confirm:" + gateway.order + ":1"));
        assertThat(gateway.events).containsExactly(new PaymentCharged(gateway.order, false));
        assertThat(gateway.held()).isEqualTo(PRICE);
    }

    @Test
    void repeatFindsTheFirstCharge() {
        gateway.serve();

        ChargeStatus repeated = gateway.asked(payments -> payments.charge(gateway.order, "other", Money.won(1), null));

        assertThat(repeated).isEqualTo(ChargeStatus.APPROVED);
        assertThat(gateway.serve()).isFalse();
        assertThat(gateway.charges).hasSize(1);
    }

    @Test
    void nothingToPayIsApprovedWithoutAsking() {
        GatewayScenario free = new GatewayScenario(application);

        ChargeStatus status = free.asked(payments -> payments.charge(free.order, "key", Money.ZERO, null));

        assertThat(status).isEqualTo(ChargeStatus.APPROVED);
        assertThat(free.serve()).isFalse();
        assertThat(free.events).isEmpty();
    }

    @Test
    void declinedIsFinal() {
        gateway.chargeAnswer = new PaymentGateway.Declined("REJECT_CARD_COMPANY");

        gateway.serve();

        assertThat(gateway.status()).isEqualTo(ChargeStatus.DECLINED);
        assertThat(gateway.events).containsExactly(new PaymentDeclined(gateway.order, "REJECT_CARD_COMPANY", false));
        assertThat(gateway.held()).isEqualTo(Money.ZERO);
        assertThat(gateway.serve()).isFalse();
    }

    @Test
    void looksUpWhatBecameOfAnUnknownChargeBeforeItAsksAgainUnderTheSameKey() {
        gateway.chargeAnswer = NO_ANSWER;
        gateway.serve();
        boolean tooEarly = gateway.serve();
        gateway.later(Duration.ofSeconds(1));
        gateway.chargeAnswer = APPROVED;
        gateway.serve();

        assertThat(tooEarly).isFalse();
        assertThat(gateway.chargesLookedUp).hasSize(1);
        assertThat(gateway.charges)
                .hasSize(2)
                .extracting(PaymentGateway.Charge::idempotencyKey)
                .containsOnly("confirm:" + gateway.order + ":1");
        assertThat(gateway.status()).isEqualTo(ChargeStatus.APPROVED);
    }

    @Test
    void doesNotAskAgainForAChargeThatIsFoundDone() {
        gateway.chargeAnswer = NO_ANSWER;
        gateway.serve();
        gateway.later(Duration.ofSeconds(1));
        gateway.chargeFound = APPROVED;

        gateway.serve();

        assertThat(gateway.charges).hasSize(1);
        assertThat(gateway.events).containsExactly(new PaymentCharged(gateway.order, false));
    }

    @Test
    void doesNotAskAgainWhileItCannotLookUpWhatBecameOfTheCharge() {
        gateway.chargeAnswer = NO_ANSWER;
        gateway.serve();
        gateway.later(Duration.ofSeconds(1));
        gateway.chargeFound = NO_ANSWER;

        gateway.serve();

        assertThat(gateway.charges).hasSize(1);
        assertThat(gateway.status()).isEqualTo(ChargeStatus.REQUESTED);
    }

    /** A node that stood still for longer than its claim lasts, and another one that has taken the payment over. */
    @ParameterizedTest
    @MethodSource("answersOfWhichTheOtherNodeWillHear")
    void lateAnswerLeavesThePaymentToWhoeverAsksAboutItNow(PaymentGateway.ChargeAnswer answer) {
        gateway.chargeAnswer = answer;
        Runnable late = gateway.ask();
        gateway.later(GatewayScenario.PATIENCE);
        gateway.claim().orElseThrow();

        late.run();

        gateway.later(Duration.ofSeconds(30));
        assertThat(gateway.claim()).isEmpty();
        assertThat(gateway.status()).isEqualTo(ChargeStatus.REQUESTED);
        assertThat(gateway.events).isEmpty();
    }

    static List<PaymentGateway.ChargeAnswer> answersOfWhichTheOtherNodeWillHear() {
        return List.of(
                NO_ANSWER,
                new PaymentGateway.Declined("REJECT_CARD_COMPANY"),
                new PaymentGateway.OurFault("INVALID_API_KEY", "?"),
                new PaymentGateway.NotAsked("too many failures"));
    }

    @Test
    void moneyThatHasMovedCountsHoweverLateItIsHeardOf() {
        Runnable late = gateway.ask();
        gateway.later(GatewayScenario.PATIENCE);
        gateway.chargeFound = NO_ANSWER;
        Runnable other = gateway.ask();

        late.run();
        other.run();

        assertThat(gateway.events).containsExactly(new PaymentCharged(gateway.order, false));
        assertThat(gateway.held()).isEqualTo(PRICE);
    }

    @Test
    void waitsLongerAndLongerAndThenHandsItToAPersonButNeverDeclines() {
        gateway.chargeAnswer = NO_ANSWER;
        List<Boolean> asked = new ArrayList<>();

        asked.add(gateway.serve());
        gateway.later(Duration.ofSeconds(1));
        asked.add(gateway.serve());
        gateway.later(Duration.ofSeconds(4));
        asked.add(gateway.serve());
        gateway.later(Duration.ofSeconds(1));
        asked.add(gateway.serve());
        gateway.later(Duration.ofDays(1));
        asked.add(gateway.serve());

        assertThat(asked).containsExactly(true, true, false, true, false);
        assertThat(gateway.status()).isEqualTo(ChargeStatus.UNRESOLVED);
        assertThat(gateway.events).containsExactly(new PaymentUnresolved(gateway.order));
    }

    @Test
    void saysOnceWhatIsKnownAndIsThenAskedAgainUnderTheSameKey() {
        giveUp();

        assertThatExceptionOfType(PaymentOutcomeUnknown.class)
                .isThrownBy(this::retry)
                .withMessageContaining(gateway.order.value())
                .withMessageContaining("10,000 won")
                .withMessageContaining("3 attempts")
                .withMessageContaining("no answer in time");
        ChargeStatus retried = retry();
        gateway.chargeAnswer = APPROVED;
        gateway.serve();

        assertThat(retried).isEqualTo(ChargeStatus.REQUESTED);
        assertThat(gateway.status()).isEqualTo(ChargeStatus.APPROVED);
        assertThat(gateway.charges)
                .extracting(PaymentGateway.Charge::idempotencyKey)
                .containsOnly("confirm:" + gateway.order + ":1");
    }

    @Test
    void hasAsManyTriesAgainAfterAPersonHasLooked() {
        giveUp();
        assertThatExceptionOfType(PaymentOutcomeUnknown.class).isThrownBy(this::retry);
        retry();

        giveUp();

        assertThat(gateway.status()).isEqualTo(ChargeStatus.UNRESOLVED);
        assertThat(gateway.charges).hasSize(6);
        assertThatExceptionOfType(PaymentOutcomeUnknown.class)
                .isThrownBy(this::retry)
                .withMessageContaining("6 attempts");
    }

    @Test
    void ourOwnFaultDeclinesNobodyAndIsHandedToAPersonAtOnce() {
        gateway.chargeAnswer = new PaymentGateway.OurFault("UNAUTHORIZED_KEY", "unknown key");

        gateway.serve();

        assertThat(gateway.status()).isEqualTo(ChargeStatus.UNRESOLVED);
        assertThat(gateway.events).containsExactly(new PaymentUnresolved(gateway.order));
        assertThatExceptionOfType(PaymentOutcomeUnknown.class)
                .isThrownBy(this::retry)
                .withMessageContaining("UNAUTHORIZED_KEY");
    }

    /** The gateway would answer the old one as before. */
    @Test
    void asksUnderAnotherKeyAfterADefiniteNo() {
        gateway.chargeAnswer = new PaymentGateway.OurFault("UNAUTHORIZED_KEY", "unknown key");
        gateway.serve();
        assertThatExceptionOfType(PaymentOutcomeUnknown.class).isThrownBy(this::retry);
        retry();
        gateway.chargeAnswer = APPROVED;

        gateway.serve();

        assertThat(gateway.charges)
                .extracting(PaymentGateway.Charge::idempotencyKey)
                .containsExactly("confirm:" + gateway.order + ":1", "confirm:" + gateway.order + ":2");
    }

    @Test
    void doesNotCountATryThatWasNone() {
        gateway.chargeAnswer = new PaymentGateway.NotAsked("the gateway has been failing");
        for (int i = 0; i < 10; i++) {
            gateway.serve();
            gateway.later(Duration.ofSeconds(5));
        }

        assertThat(gateway.status()).isEqualTo(ChargeStatus.REQUESTED);
        assertThat(gateway.<Integer>charge(charge -> charge.attempts().begun())).isZero();
        assertThat(gateway.chargesLookedUp).isEmpty();
    }

    @Test
    void isAskedForByOneAtATime() {
        List<Boolean> second = new ArrayList<>();
        gateway.meanwhile = () -> second.add(gateway.serve());

        gateway.serve();

        assertThat(second).containsExactly(false);
        assertThat(gateway.charges).hasSize(1);
    }

    /** What is left of a node that was killed between the gateway's answer and its commit. */
    @Test
    void isTakenUpWhereADeadNodeLeftItAndLookedUpFirst() {
        gateway.meanwhile = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(gateway::serve);
        gateway.meanwhile = () -> {};
        gateway.later(GatewayScenario.PATIENCE.minusMillis(1));
        boolean tooEarly = gateway.serve();
        gateway.later(Duration.ofMillis(1));
        gateway.chargeFound = APPROVED;

        boolean takenUp = gateway.serve();

        assertThat(List.of(tooEarly, takenUp)).containsExactly(false, true);
        assertThat(gateway.charges).hasSize(1);
        assertThat(gateway.status()).isEqualTo(ChargeStatus.APPROVED);
    }

    /** A node that was only slow comes back when another one has finished what it began. */
    @Test
    void answerThatComesAfterAnotherOneChangesNothing() {
        gateway.meanwhile = () -> {
            gateway.meanwhile = () -> {};
            gateway.later(GatewayScenario.PATIENCE);
            gateway.chargeFound = APPROVED;
            gateway.serve();
            gateway.chargeAnswer = NO_ANSWER;
        };

        gateway.serve();

        assertThat(gateway.status()).isEqualTo(ChargeStatus.APPROVED);
        assertThat(gateway.events).containsExactly(new PaymentCharged(gateway.order, false));
    }

    @Test
    void hintHasAnUnknownChargeLookedUpAtOnce() {
        gateway.chargeAnswer = NO_ANSWER;
        gateway.serve();
        gateway.chargeFound = APPROVED;

        gateway.tell(payments -> payments.hint(gateway.order));
        gateway.serve();

        assertThat(gateway.status()).isEqualTo(ChargeStatus.APPROVED);
        assertThat(gateway.charges).hasSize(1);
    }

    @Test
    void hintAboutAChargeThatNobodyAsksAboutAnyMoreWakesItsProcess() {
        giveUp();

        gateway.tell(payments -> payments.hint(gateway.order));

        assertThat(gateway.events).endsWith(new PaymentChangeReported(gateway.order));
        assertThat(gateway.status()).isEqualTo(ChargeStatus.UNRESOLVED);
    }

    @Test
    void hintAboutASettledPaymentHasItComparedWithTheGatewaysBooks() {
        gateway.serve();
        gateway.standing = standing(PRICE);
        gateway.tell(payments -> payments.hint(gateway.order));
        gateway.serve();
        gateway.garbled = standing(Money.won(7));
        gateway.tell(payments -> payments.hint(gateway.order));
        gateway.serve();
        List<Discrepancy> same = List.copyOf(gateway.differences);

        gateway.standing = standing(Money.won(4_000));
        gateway.tell(payments -> payments.hint(gateway.order));
        gateway.serve();

        assertThat(same).isEmpty();
        assertThat(gateway.differences)
                .singleElement()
                .extracting(Discrepancy::kind)
                .isEqualTo(Discrepancy.Kind.REFUND_MISSING_HERE);
        assertThat(gateway.held()).isEqualTo(PRICE);
        assertThat(gateway.serve()).isFalse();
    }

    @Test
    void isAskedAboutAgainWhenItsProcessIsGone() {
        giveUp();
        gateway.chargeFound = APPROVED;

        gateway.tell(payments -> payments.askAgain(gateway.order));
        gateway.tell(payments -> payments.askAgain(gateway.order));
        gateway.serve();

        assertThat(gateway.status()).isEqualTo(ChargeStatus.APPROVED);
        assertThat(gateway.charges).hasSize(3);
    }

    @Test
    void hintAboutAnOrderThatWasNeverChargedHasNoEffect() {
        GatewayScenario other = new GatewayScenario(application);

        other.tell(payments -> payments.hint(other.order));

        assertThat(other.serve()).isFalse();
        assertThat(other.events).isEmpty();
    }

    private PaymentGateway.Standing standing(Money balance) {
        return new PaymentGateway.Standing(gateway.order, "key", "DONE", PRICE, balance);
    }

    private ChargeStatus retry() {
        return gateway.asked(payments -> payments.retryCharge(gateway.order));
    }

    private void giveUp() {
        gateway.chargeAnswer = NO_ANSWER;
        for (int i = 0; i < 3; i++) {
            gateway.serve();
            gateway.later(Duration.ofSeconds(5));
        }
    }
}
