package io.orderflow.payment;

import io.orderflow.outbound.Attempts;
import io.orderflow.outbound.Claimable;
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
 * The one charge of an order. It is stored before the gateway is asked, and finished when the gateway's answer is
 * known. Its row is also the outbox row of the whole payment, refunds included: only the worker that has claimed it
 * asks the gateway about the payment.
 */
@Entity
@Table(name = "charge")
public class ChargeIntent extends Claimable {

    @Id
    private String orderNumber;

    private String paymentKey;
    private long amount;
    private @Nullable String method;
    private String idempotencyKey;

    @Enumerated(EnumType.STRING)
    private ChargeStatus status = ChargeStatus.REQUESTED;

    @Embedded
    private Attempts attempts;

    private boolean reported;
    private @Nullable String declineCode;
    private long refundedAmount;
    private Instant requestedAt;
    private @Nullable Instant settledAt;

    @Version
    private long version;

    protected ChargeIntent() {}

    ChargeIntent(
            OrderNumber order,
            String paymentKey,
            Money amount,
            @Nullable String method,
            List<Duration> waits,
            Instant now) {
        this.orderNumber = order.value();
        this.paymentKey = paymentKey;
        this.amount = amount.won();
        this.method = method;
        this.attempts = new Attempts(waits);
        this.idempotencyKey = key();
        this.requestedAt = now;
        askAt(now);
    }

    // ---- the charge

    public boolean isOpen() {
        return status == ChargeStatus.REQUESTED;
    }

    public void approve(Instant now) {
        settle(ChargeStatus.APPROVED, now);
    }

    public void decline(String code, Instant now) {
        declineCode = code;
        settle(ChargeStatus.DECLINED, now);
    }

    private void settle(ChargeStatus outcome, Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException("the charge of order " + orderNumber + " is " + status + " already");
        }
        status = outcome;
        settledAt = now;
    }

    public void giveUp() {
        status = ChargeStatus.UNRESOLVED;
        reported = false;
    }

    void report() {
        reported = true;
    }

    boolean isReported() {
        return reported;
    }

    void reopen(List<Duration> waits, Instant now) {
        status = ChargeStatus.REQUESTED;
        attempts.renew(waits);
        idempotencyKey = key();
        askAt(now);
    }

    private String key() {
        return "confirm:" + orderNumber + ":" + attempts.round();
    }

    // ---- the held money

    public void noteRefund(Money refund) {
        requireHeld(refund);
        refundedAmount += refund.won();
    }

    /** Must be called before the gateway is asked, because the gateway may not know of earlier refunds. */
    void requireHeld(Money refund) {
        if (refund.compareTo(held()) > 0) {
            throw new IllegalStateException(
                    "a refund of " + refund + " is above what order " + orderNumber + " holds: " + held());
        }
    }

    /** Returns the money that can still be refunded. */
    public Money held() {
        return status == ChargeStatus.APPROVED ? new Money(amount - refundedAmount) : Money.ZERO;
    }

    public Money refunded() {
        return new Money(refundedAmount);
    }

    // ---- reading

    public ChargeStatus status() {
        return status;
    }

    public Attempts attempts() {
        return attempts;
    }

    public Money amount() {
        return new Money(amount);
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public PaymentGateway.Charge call() {
        return new PaymentGateway.Charge(order(), paymentKey, amount(), idempotencyKey);
    }

    public String paymentKey() {
        return paymentKey;
    }
}
