package io.orderflow.payment;

import io.orderflow.outbound.Attempts;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund. It is stored before the gateway is asked, and finished when the gateway's answer is known or a person has
 * settled it.
 */
@Entity
@Table(name = "refund")
public class RefundIntent {

    @Id
    private String refundId;

    private String orderNumber;
    private long amount;
    private String idempotencyKey;

    @Enumerated(EnumType.STRING)
    private RefundStatus status = RefundStatus.REQUESTED;

    @Embedded
    private Attempts attempts;

    private @Nullable String reference;
    private Instant requestedAt;
    private @Nullable Instant settledAt;
    private @Nullable Instant lateFrom;

    @Version
    private long version;

    protected RefundIntent() {}

    RefundIntent(RefundId id, OrderNumber order, Money amount, List<Duration> waits, Instant now) {
        this.refundId = id.value();
        this.orderNumber = order.value();
        this.amount = amount.won();
        this.attempts = new Attempts(waits);
        this.idempotencyKey = key();
        this.requestedAt = now;
        this.lateFrom = RefundTime.end(now);
    }

    public boolean isOpen() {
        return status == RefundStatus.REQUESTED;
    }

    public void done(String gatewayReference, Instant now) {
        settle(RefundStatus.DONE, gatewayReference, now);
    }

    /** Settles the refund by other means. The gateway must not be asked for it, or the money could go back twice. */
    void settledOutside(String paidUnder, Instant now) {
        if (isOpen()) {
            throw new IllegalStateException("refund " + refundId + " is being asked for at the gateway");
        }
        settle(RefundStatus.SETTLED_OUTSIDE, paidUnder, now);
    }

    private void settle(RefundStatus outcome, String under, Instant now) {
        if (status.isSettled()) {
            throw new IllegalStateException("refund " + refundId + " is " + status + " already");
        }
        status = outcome;
        reference = under;
        settledAt = now;
        lateFrom = null;
    }

    /** Stores that the gateway has refused. */
    public void refuse(String answer) {
        status = RefundStatus.REFUSED;
        attempts.noteRefusal(answer);
    }

    /** Stores that the gateway has given no answer in all attempts. */
    public void giveUp(String answer) {
        status = RefundStatus.REFUSED;
        attempts.note(answer);
    }

    /** Asks again for a refused refund. */
    void reopen(List<Duration> waits) {
        status = RefundStatus.REQUESTED;
        attempts.renew(waits);
        idempotencyKey = key();
    }

    /** Notes that the refund is late; returns true only once, when it has become late. */
    public boolean noteLate(Instant now) {
        boolean late = lateFrom != null && !now.isBefore(lateFrom);
        lateFrom = late ? null : lateFrom;
        return late;
    }

    private String key() {
        return "cancel:" + refundId + (attempts.round() == 1 ? "" : ":" + attempts.round());
    }

    public RefundId id() {
        return new RefundId(refundId);
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public RefundStatus status() {
        return status;
    }

    public Money amount() {
        return new Money(amount);
    }

    RefundFacts facts() {
        return new RefundFacts(id(), order(), amount(), status, attempts.begun(), attempts.lastAnswer());
    }

    public Attempts attempts() {
        return attempts;
    }

    /** @param held what the charge holds before this refund */
    public PaymentGateway.Refund call(String paymentKey, Money held) {
        return new PaymentGateway.Refund(id(), order(), paymentKey, amount(), held, idempotencyKey);
    }
}
