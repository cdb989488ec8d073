package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A refund: stored before the gateway is asked, finished when its answer is known or a person has settled it. */
@Entity
@Table(name = "refund")
class RefundIntent {

    enum Status {
        REQUESTED,
        DONE,
        REFUSED,
        SETTLED_OUTSIDE
    }

    @Id
    private String refundId;
    private String orderNumber;
    private long amount;
    private String idempotencyKey;
    @Enumerated(EnumType.STRING)
    private Status status = Status.REQUESTED;
    private int tries;
    private String lastAnswer;
    private String reference;
    private Instant requestedAt;
    private Instant settledAt;
    @Version
    private long version;

    protected RefundIntent() {}

    RefundIntent(RefundId id, OrderNumber order, Money amount, Instant now) {
        this.refundId = id.value();
        this.orderNumber = order.value();
        this.amount = amount.won();
        this.idempotencyKey = "cancel:" + refundId;
        this.requestedAt = now;
    }

    void done(String gatewayReference, Instant now) {
        settle(Status.DONE, gatewayReference, now);
    }

    void settledOutside(String paidUnder, Instant now) {
        settle(Status.SETTLED_OUTSIDE, paidUnder, now);
    }

    private void settle(Status outcome, String under, Instant now) {
        if (isSettled()) {
            throw new IllegalStateException("refund " + refundId + " is " + status + " already");
        }
        status = outcome;
        reference = under;
        settledAt = now;
        tries++;
    }

    void refuse(String answer) {
        status = Status.REFUSED;
        note(answer);
    }

    void note(String answer) {
        tries++;
        lastAnswer = answer;
    }

    boolean isSettled() {
        return status == Status.DONE || status == Status.SETTLED_OUTSIDE;
    }

    RefundId id() {
        return new RefundId(refundId);
    }

    OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    String lastAnswer() {
        return lastAnswer;
    }

    Money amount() {
        return new Money(amount);
    }

    int tries() {
        return tries;
    }

    /** @param held what the charge holds before this refund */
    PaymentGateway.Refund call(String paymentKey, Money held) {
        return new PaymentGateway.Refund(id(), order(), paymentKey, amount(), held, idempotencyKey);
    }
}
