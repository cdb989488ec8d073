package io.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.DatabaseTest;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Refunds by their ids, against a gateway that answers what the test says, on a charge of 10,000 won. */
@DatabaseTest
class RefundIntegrationTests {

    private static final Money PRICE = Money.won(10_000);
    private static final Money PART = Money.won(4_000);
    private static final PaymentGateway.Refunded DONE = new PaymentGateway.Refunded("ref-1");
    private static final PaymentGateway.Refused REFUSED = new PaymentGateway.Refused("REJECTED", "account closed");
    private static final AtomicInteger ORDERS = new AtomicInteger();

    /** Answers as it is told, and keeps what it was asked. */
    private static class Gateway implements PaymentGateway {

        private final List<Refund> asked = new ArrayList<>();
        private RefundAnswer answer = DONE;

        @Override
        public ChargeAnswer charge(Charge charge) {
            return new Approved(Clock.systemUTC().instant());
        }

        @Override
        public ChargeAnswer lookUp(Charge charge) {
            return new NotDone("unheard of");
        }

        @Override
        public RefundAnswer lookUp(Refund refund) {
            return new NotDone("unheard of");
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public RefundAnswer refund(Refund refund) {
            asked.add(refund);
            return answer;
        }
    }

    @Autowired
    private EntityManager entities;
    @Autowired
    private Charges charges;
    @Autowired
    private Intents intents;
    @Autowired
    private TransactionTemplate transaction;

    private final OrderNumber order = new OrderNumber("ORD-20261101-REFUND%02d".formatted(ORDERS.incrementAndGet()));
    private final RefundId id = new RefundId(order + "-RET-1");
    private final Gateway gateway = new Gateway();
    private final List<Object> events = new ArrayList<>();
    private PaymentService payments;

    @BeforeEach
    void charge() {
        PaymentSettings oneMoreTry = new PaymentSettings("simulated", List.of(Duration.ofSeconds(1)));
        payments = new PaymentService(entities, charges, intents, gateway, events::add, oneMoreTry, Clock.systemUTC());
        inTransaction(() -> {
            payments.intend(order, "key", PRICE, "CARD");
            try {
                payments.charge(order);
            } catch (PaymentDeclined e) {
                throw new AssertionError(e);
            }
            return order;
        });
    }

    @Test
    void givesBackPartOnceHoweverOftenItIsAskedFor() {
        boolean first = refund(PART);
        boolean second = refund(PART);

        assertThat(List.of(first, second)).containsExactly(true, true);
        assertThat(gateway.asked).extracting(PaymentGateway.Refund::idempotencyKey).containsExactly("cancel:" + id);
        assertThat(events).containsExactly(new PaymentRefunded(order, PART));
        assertThat(held()).isEqualTo(Money.won(6_000));
    }

    @Test
    void givesBackTheRestWhenTheOrderIsCalledOffAfterPartIsBack() {
        refund(PART);

        inTransaction(() -> {
            payments.refund(order);
            payments.refund(order);
            return order;
        });

        assertThat(gateway.asked).extracting(PaymentGateway.Refund::amount).containsExactly(PART, Money.won(6_000));
        assertThat(events).endsWith(new PaymentRefunded(order, PRICE));
        assertThat(held()).isEqualTo(Money.ZERO);
    }

    @Test
    void keepsRefusedRefundWithTheWordsOfTheGatewayUntilItIsDone() {
        gateway.answer = REFUSED;
        boolean refused = refund(PART);
        RefundFacts facts = inTransaction(() -> payments.facts(id));
        gateway.answer = DONE;
        boolean retried = inTransaction(() -> payments.retryRefund(id));

        assertThat(List.of(refused, retried)).containsExactly(false, true);
        assertThat(facts).isEqualTo(new RefundFacts(id, order, PART, 1, "REJECTED: account closed"));
        assertThat(events).containsExactly(new RefundRefused(order, PART, "REJECTED: account closed"),
                new PaymentRefunded(order, PART));
        assertThat(gateway.asked).extracting(PaymentGateway.Refund::idempotencyKey).containsOnly("cancel:" + id);
    }

    @Test
    void countsRefundSettledOutsideAndAsksTheGatewayNoMore() {
        gateway.answer = REFUSED;
        refund(PART);
        settleOutside("BANK-77");
        boolean again = inTransaction(() -> payments.retryRefund(id));

        assertThat(again).isTrue();
        assertThat(gateway.asked).hasSize(1);
        assertThat(events).endsWith(new PaymentRefunded(order, PART));
        assertThat(held()).isEqualTo(Money.won(6_000));
    }

    @Test
    void isSettledOutsideOnceAndOnlyUnderReference() {
        gateway.answer = REFUSED;
        refund(PART);

        assertThatIllegalArgumentException().isThrownBy(() -> settleOutside(null));
        assertThatIllegalArgumentException().isThrownBy(() -> settleOutside(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> settleOutside("x".repeat(201)));

        settleOutside("x".repeat(200));

        assertThatIllegalStateException().isThrownBy(() -> settleOutside("BANK-78")).withMessageContaining("already");
        assertThat(held()).isEqualTo(Money.won(6_000));
    }

    @Test
    void neverAsksTheGatewayForMoreThanItHolds() {
        refund(PART);
        RefundId another = new RefundId(order + "-RET-2");

        assertThatIllegalStateException().isThrownBy(() -> inTransaction(() -> payments.refund(another, order, PRICE)))
                .withMessageContaining("above what order");
        assertThat(gateway.asked).hasSize(1);
        assertThat(held()).isEqualTo(Money.won(6_000));
    }

    @Test
    void refundOfNothingIsDoneWithoutAsking() {
        boolean done = refund(Money.ZERO);

        assertThat(done).isTrue();
        assertThat(gateway.asked).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void handsRefundWithoutAnswerToPersonWhenItsTriesAreUsedUp() {
        gateway.answer = new PaymentGateway.Unknown("no answer");
        assertThatExceptionOfType(PaymentOutcomeUnknown.class).isThrownBy(() -> refund(PART));

        boolean done = refund(PART);

        assertThat(done).isFalse();
        assertThat(events).hasOnlyElementsOfType(RefundRefused.class).hasSize(1);
    }

    @Test
    void keepsUnknownAnswerForTheNextTry() {
        gateway.answer = new PaymentGateway.Unknown("no answer");
        assertThatExceptionOfType(PaymentOutcomeUnknown.class).isThrownBy(() -> refund(PART))
                .withMessageContaining("not known after try 1");
        gateway.answer = DONE;

        boolean done = refund(PART);

        assertThat(done).isTrue();
        assertThat(gateway.asked).extracting(PaymentGateway.Refund::idempotencyKey).containsOnly("cancel:" + id);
        assertThat(inTransaction(() -> payments.facts(id)).tries()).isEqualTo(2);
    }

    @Test
    void refundThatNobodyAskedForIsUnknown() {
        assertThatIllegalStateException().isThrownBy(() -> inTransaction(() -> payments.retryRefund(id)))
                .withMessage("no refund " + id);
    }

    private boolean refund(Money amount) {
        return inTransaction(() -> payments.refund(id, order, amount));
    }

    private void settleOutside(String reference) {
        inTransaction(() -> {
            payments.settleOutside(id, reference);
            return id;
        });
    }

    private Money held() {
        return inTransaction(() -> charges.findByOrderNumber(order.value()).orElseThrow().held());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
