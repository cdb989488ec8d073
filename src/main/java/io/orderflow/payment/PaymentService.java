package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.VisibleText;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The service for charges and refunds. A call stores the request to the gateway in its caller's transaction. The
 * gateway is asked after the commit, and the outcome is published as an event. Every call may be repeated, and a
 * repeated call finds what the first one did.
 */
@Service
@Transactional
public class PaymentService {

    private final Payments payments;
    private final UnresolvedCharges reports;
    private final ObjectProvider<GatewayCalls> gateway;
    private final ApplicationEventPublisher events;
    private final PaymentSettings settings;
    private final Clock clock;

    PaymentService(
            Payments payments,
            UnresolvedCharges reports,
            ObjectProvider<GatewayCalls> gateway,
            ApplicationEventPublisher events,
            PaymentSettings settings,
            Clock clock) {
        this.payments = payments;
        this.reports = reports;
        this.gateway = gateway;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks for an order's money. An order has one charge: a repeat answers how far that one is, whatever it is called
     * with. Nothing to pay is approved without asking.
     *
     * @param method null, or how the customer pays
     */
    public ChargeStatus charge(OrderNumber order, String paymentKey, Money amount, @Nullable String method) {
        return payments.charge(order)
                .orElseGet(() -> begin(order, paymentKey, amount, method))
                .status();
    }

    private ChargeIntent begin(OrderNumber order, String paymentKey, Money amount, @Nullable String method) {
        ChargeIntent charge = new ChargeIntent(order, paymentKey, amount, method, settings.retry(), clock.instant());
        if (amount.isZero()) {
            charge.askNoMore();
            charge.approve(clock.instant());
        } else {
            gateway.ifAvailable(calls -> calls.askFirst(charge));
        }
        payments.add(charge);
        return charge;
    }

    /**
     * Asks once more for a charge whose outcome is unknown after all its attempts: with as many attempts again, under
     * the same idempotency key unless the gateway had said a definite no. The first call after it became so only says
     * that a person must look into it. A charge that is in no such state: no effect.
     *
     * @return how far the charge is now
     * @throws PaymentOutcomeUnknown the first time; the message says what is known and what to do
     */
    public ChargeStatus retryCharge(OrderNumber order) {
        ChargeIntent charge = payments.charge(order).orElseThrow();
        if (charge.status() != ChargeStatus.UNRESOLVED) {
            return charge.status();
        }
        if (!charge.isReported()) {
            throw reports.unresolved(order);
        }
        askAgain(order);
        return charge.status();
    }

    /**
     * Asks once more, as {@link #retryCharge}, where no process is left that could show it to a person. Repeated while
     * the gateway is being asked, or never charged: no effect.
     */
    public void askAgain(OrderNumber order) {
        payments.lock(order)
                .filter(charge -> charge.status() == ChargeStatus.UNRESOLVED)
                .ifPresent(charge -> {
                    charge.reopen(settings.retry(), clock.instant());
                    gateway.ifAvailable(calls -> calls.askAgain(order));
                });
    }

    /**
     * Asks for everything back that the order's charge still holds, fees that were kept included. Never charged, or
     * given back already: no effect.
     */
    public void refund(OrderNumber order) {
        payments.lock(order)
                .map(ChargeIntent::held)
                .filter(held -> !held.isZero())
                .ifPresent(held -> {
                    payments.feesOf(order).forEach(fee -> fee.giveBack(clock.instant()));
                    refund(RefundId.ofCalledOff(order), order, held);
                });
    }

    /**
     * Asks for a part of what the order's charge holds. A repeat answers how far the first refund of this id is.
     * Nothing to refund is done without asking.
     *
     * @param amount at most what the charge still holds
     * @throws IllegalStateException when the charge holds less than the amount, other outstanding refunds and fees
     *     taken off; the gateway is not asked
     */
    public RefundStatus refund(RefundId id, OrderNumber order, Money amount) {
        if (amount.isZero()) {
            return RefundStatus.DONE;
        }
        return payments.refund(id).orElseGet(() -> begin(id, order, amount)).status();
    }

    private RefundIntent begin(RefundId id, OrderNumber order, Money amount) {
        ChargeIntent charge = existing(order);
        charge.requireHeld(spokenFor(order).plus(amount));
        RefundIntent refund = new RefundIntent(id, order, amount, settings.retry(), clock.instant());
        payments.add(refund);
        askNow(charge);
        return refund;
    }

    /** Returns the part of the held money that is no longer free: refunds that are not settled, and kept fees. */
    private Money spokenFor(OrderNumber order) {
        return Stream.concat(
                        payments.refundsOf(order).stream()
                                .filter(refund -> !refund.status().isSettled())
                                .map(RefundIntent::amount),
                        payments.feesOf(order).stream().map(KeptFee::amount))
                .reduce(Money.ZERO, Money::plus);
    }

    /**
     * Keeps a fee of what a refund would give back else. It stays ours unless the order is called off in the end. A
     * repeat changes nothing, and nothing to keep leaves nothing behind.
     *
     * @param from the refund that is less by it; need not exist, where nothing is left to refund
     * @throws IllegalStateException when the charge holds less than the fee, outstanding refunds and other fees taken
     *     off
     */
    public void keepFee(RefundId from, OrderNumber order, Money fee) {
        if (fee.isZero() || payments.fee(from).isPresent()) {
            return;
        }
        existing(order).requireHeld(spokenFor(order).plus(fee));
        payments.add(new KeptFee(from, order, fee, clock.instant()));
    }

    /**
     * Asks once more for a refund that was refused; given back already: no effect.
     *
     * @return how far the refund is now
     */
    public RefundStatus retryRefund(RefundId id) {
        RefundIntent refund = existing(id);
        ChargeIntent charge = existing(refund.order());
        if (refund.status() == RefundStatus.REFUSED) {
            charge.requireHeld(refund.amount());
            refund.reopen(settings.retry());
            askNow(charge);
        }
        return refund.status();
    }

    private void askNow(ChargeIntent charge) {
        charge.askAt(clock.instant());
        gateway.ifAvailable(calls -> calls.askAgain(charge.order()));
    }

    /**
     * How far the order's charge is.
     *
     * @throws IllegalStateException when it was never asked for
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public ChargeStatus status(OrderNumber order) {
        return payments.charge(order)
                .orElseThrow(() -> new IllegalStateException("order " + order + " has no charge"))
                .status();
    }

    /** Whether the gateway is being asked for a refund of this order. */
    @Transactional(readOnly = true)
    public boolean awaitsRefund(OrderNumber order) {
        return payments.openRefund(order).isPresent();
    }

    /**
     * Records that the customer got an outstanding refund by other means. A repeated call fails, for the refund is
     * settled then.
     *
     * @param reference under which it was paid, with some {@link VisibleText}, up to 200 characters; null is of another
     *     shape
     * @throws IllegalArgumentException when the reference is of another shape
     * @throws IllegalStateException when the refund is settled already, or the gateway is being asked for it
     */
    public void settleOutside(RefundId id, @Nullable String reference) {
        if (reference == null || !VisibleText.isIn(reference) || reference.length() > 200) {
            throw new IllegalArgumentException("settlementReference must be 1 to 200 characters");
        }
        RefundIntent refund = existing(id);
        ChargeIntent charge = existing(refund.order());
        refund.settledOutside(reference, clock.instant());
        charge.noteRefund(refund.amount());
        events.publishEvent(new PaymentRefunded(refund.order(), id, refund.status(), charge.refunded()));
    }

    /**
     * Takes a hint that something has happened to a payment: it is read back at the gateway soon, and only what is
     * found there counts. Nothing to read, such as for an order that was never charged: no effect. A repeated hint has
     * it read again.
     */
    public void hint(OrderNumber order) {
        payments.lock(order).ifPresent(charge -> {
            if (charge.status() == ChargeStatus.UNRESOLVED) {
                events.publishEvent(new PaymentChangeReported(order));
            } else {
                askNow(charge);
            }
        });
    }

    /** The facts of a refund that was asked for. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public RefundFacts facts(RefundId id) {
        return existing(id).facts();
    }

    /**
     * What was charged for the order, whatever went back since; 0 won for one that cost nothing.
     *
     * @throws IllegalStateException when it was not charged (yet)
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Money charged(OrderNumber order) {
        return payments.charge(order)
                .filter(charge -> charge.status() == ChargeStatus.APPROVED)
                .map(ChargeIntent::amount)
                .orElseThrow(() -> new IllegalStateException("order " + order + " was not charged"));
    }

    /**
     * The facts of a refund, as far as it is; empty where nothing was to be refunded, so that it was never asked for.
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<RefundFacts> find(RefundId id) {
        return payments.refund(id).map(RefundIntent::facts);
    }

    private ChargeIntent existing(OrderNumber order) {
        return payments.lock(order).orElseThrow(() -> new IllegalStateException("order " + order + " has no charge"));
    }

    private RefundIntent existing(RefundId id) {
        return payments.refund(id).orElseThrow(() -> new IllegalStateException("no refund " + id));
    }
}
