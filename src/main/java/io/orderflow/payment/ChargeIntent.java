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

/** The one charge of an order: stored before the gateway is asked, finished when its answer is known. */
@Entity
@Table(name = "charge")
class ChargeIntent {

    enum Status {
        REQUESTED,
        APPROVED,
        DECLINED
    }

    @Id
    private String orderNumber;
    private String paymentKey;
    private long amount;
    private String method;
    private String idempotencyKey;
    @Enumerated(EnumType.STRING)
    private Status status = Status.REQUESTED;
    private int tries;
    private String declineCode;
    private String lastAnswer;
    private long refundedAmount;
    private Instant requestedAt;
    private Instant settledAt;
    @Version
    private long version;

    protected ChargeIntent() {}

    ChargeIntent(OrderNumber order, String paymentKey, Money amount, String method, Instant now) {
        this.orderNumber = order.value();
        this.paymentKey = paymentKey;
        this.amount = amount.won();
        this.method = method;
        this.idempotencyKey = "confirm:" + order + ":1";
        this.requestedAt = now;
    }

    void approve(Instant now) {
        settle(Status.APPROVED, now);
    }

    void decline(String code, Instant now) {
        declineCode = code;
        settle(Status.DECLINED, now);
    }

    private void settle(Status outcome, Instant now) {
        if (status != Status.REQUESTED) {
            throw new IllegalStateException("the charge of order " + orderNumber + " is " + status + " already");
        }
        status = outcome;
        settledAt = now;
        tries++;
    }

    void noteUnknown(String answer) {
        tries++;
        lastAnswer = answer;
    }

    void noteRefund(Money refund) {
        requireHeld(refund);
        refundedAmount += refund.won();
    }

    /** To be asked before the gateway is, which may know nothing of earlier refunds. */
    void requireHeld(Money refund) {
        if (refund.compareTo(held()) > 0) {
            throw new IllegalStateException("a refund of " + refund + " is above what order " + orderNumber + " holds: " + held());
        }
    }

    /** What can still be refunded. */
    Money held() {
        return status == Status.APPROVED ? new Money(amount - refundedAmount) : Money.ZERO;
    }

    Money refunded() {
        return new Money(refundedAmount);
    }

    Status status() {
        return status;
    }

    String declineCode() {
        return declineCode;
    }

    int tries() {
        return tries;
    }

    Money amount() {
        return new Money(amount);
    }

    OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    PaymentGateway.Charge call() {
        return new PaymentGateway.Charge(order(), paymentKey, amount(), idempotencyKey);
    }

    String paymentKey() {
        return paymentKey;
    }
}
