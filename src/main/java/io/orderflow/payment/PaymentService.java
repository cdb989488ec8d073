package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Charges and refunds. The intent to move money is committed before the gateway is asked, its outcome after; every call
 * may be repeated and then finds what the one before it did.
 */
@Service
@Transactional
public class PaymentService {

    private final EntityManager entities;
    private final Charges charges;
    private final Intents intents;
    private final PaymentGateway gateway;
    private final ApplicationEventPublisher events;
    private final PaymentSettings settings;
    private final Clock clock;

    PaymentService(EntityManager entities, Charges charges, Intents intents, PaymentGateway gateway,
            ApplicationEventPublisher events, PaymentSettings settings, Clock clock) {
        this.entities = entities;
        this.charges = charges;
        this.intents = intents;
        this.gateway = gateway;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores the intent to charge an order; the gateway is not asked yet. An order has one charge: the caller makes sure
     * that it is asked for once.
     *
     * @param method null, or how the customer pays
     */
    public void intend(OrderNumber order, String paymentKey, Money amount, String method) {
        entities.persist(new ChargeIntent(order, paymentKey, amount, method, clock.instant()));
    }

    /**
     * Asks the gateway for the money. Repeated after an answer was stored: the same outcome, and the gateway is not asked.
     * Nothing to pay is approved without asking.
     *
     * @throws PaymentDeclined when the gateway declined, finally
     * @throws PaymentOutcomeUnknown when it said neither yes nor no
     */
    public void charge(OrderNumber order) throws PaymentDeclined {
        ChargeIntent charge = charges.findByOrderNumber(order.value())
                .orElseThrow(() -> new IllegalStateException("order " + order + " has no charge"));
        if (charge.status() == ChargeIntent.Status.REQUESTED) {
            settle(charge);
        }
        if (charge.status() == ChargeIntent.Status.DECLINED) {
            throw new PaymentDeclined(charge.declineCode());
        }
    }

    private void settle(ChargeIntent charge) {
        PaymentGateway.ChargeAnswer answer = charge.amount().isZero() ? new PaymentGateway.Approved(clock.instant())
                : gateway.charge(charge.call());
        if (answer instanceof PaymentGateway.Unknown unknown) {
            int tries = intents.noteUnknownCharge(charge.order(), unknown.what());
            throw new PaymentOutcomeUnknown("order %s: whether %s were charged is not known after try %d; the gateway said: %s"
                    .formatted(charge.order(), charge.amount(), tries, unknown.what()));
        }
        if (answer instanceof PaymentGateway.Declined declined) {
            charge.decline(declined.code(), clock.instant());
        } else {
            charge.approve(clock.instant());
        }
    }

    /**
     * Refunds all that the order's charge still holds. An order that was never charged, or is refunded already: no effect.
     * A refusal of the gateway is stored and published, not thrown, so that it never keeps coupon and stock from going back.
     *
     * @throws PaymentOutcomeUnknown when the gateway said neither yes nor no
     */
    public void refund(OrderNumber order) {
        charges.findByOrderNumber(order.value()).map(ChargeIntent::held).filter(held -> !held.isZero())
                .ifPresent(held -> refund(RefundId.ofCalledOff(order), order, held));
    }

    /**
     * Refunds a part of what the order's charge holds. Repeated: finds the first refund of this id, and asks the gateway
     * only while it is not done. Nothing to refund counts as done.
     *
     * @param amount at most what the charge still holds
     * @return whether the money is back; false when the gateway refuses, which is stored and published
     * @throws PaymentOutcomeUnknown when the gateway said neither yes nor no
     * @throws IllegalStateException when the charge holds less than the amount; the gateway was not asked
     */
    public boolean refund(RefundId id, OrderNumber order, Money amount) {
        if (amount.isZero()) {
            return true;
        }
        intents.intendRefund(id, order, amount);
        return retryRefund(id);
    }

    /**
     * Asks the gateway once more for a refund that was asked for before; done already: no effect.
     *
     * @return whether the money is back; false when the gateway refuses or has given no answer in all its tries, which is
     *     stored and published
     * @throws PaymentOutcomeUnknown when the gateway said neither yes nor no, and tries are left
     */
    public boolean retryRefund(RefundId id) {
        RefundIntent refund = existing(id);
        if (refund.isSettled()) {
            return true;
        }
        ChargeIntent charge = charges.findByOrderNumber(refund.order().value()).orElseThrow();
        charge.requireHeld(refund.amount());
        return settle(charge, refund, gateway.refund(refund.call(charge.paymentKey(), charge.held())));
    }

    private boolean settle(ChargeIntent charge, RefundIntent refund, PaymentGateway.RefundAnswer answer) {
        if (answer instanceof PaymentGateway.Refunded refunded) {
            refund.done(refunded.reference(), clock.instant());
            giveBack(charge, refund);
            return true;
        }
        if (answer instanceof PaymentGateway.Refused refused) {
            return refuse(refund, refused.code() + ": " + refused.message());
        }
        String words = ((PaymentGateway.Unknown) answer).what();
        if (refund.tries() >= settings.retry().size()) {
            return refuse(refund, "no answer after all tries: " + words);
        }
        int tries = intents.noteUnknownRefund(refund.id(), words);
        throw new PaymentOutcomeUnknown("order %s: whether %s were refunded is not known after try %d; the gateway said: %s"
                .formatted(refund.order(), refund.amount(), tries, words));
    }

    /** Refused, or impossible however often it was tried: a person must act, and coupon and stock must not wait for that. */
    private boolean refuse(RefundIntent refund, String words) {
        refund.refuse(words);
        events.publishEvent(new RefundRefused(refund.order(), refund.amount(), words));
        return false;
    }

    /**
     * Records that the customer got an outstanding refund by other means.
     *
     * @param reference under which it was paid, not blank, up to 200 characters
     * @throws IllegalArgumentException when the reference is of another shape
     * @throws IllegalStateException when the refund is settled already
     */
    public void settleOutside(RefundId id, String reference) {
        if (reference == null || reference.isBlank() || reference.length() > 200) {
            throw new IllegalArgumentException("settlementReference must be 1 to 200 characters");
        }
        RefundIntent refund = existing(id);
        refund.settledOutside(reference, clock.instant());
        giveBack(charges.findByOrderNumber(refund.order().value()).orElseThrow(), refund);
    }

    /** The facts of a refund that was asked for. */
    @Transactional(readOnly = true)
    public RefundFacts facts(RefundId id) {
        RefundIntent refund = existing(id);
        return new RefundFacts(id, refund.order(), refund.amount(), refund.tries(), refund.lastAnswer());
    }

    private RefundIntent existing(RefundId id) {
        RefundIntent refund = entities.find(RefundIntent.class, id.value());
        if (refund == null) {
            throw new IllegalStateException("no refund " + id);
        }
        return refund;
    }

    private void giveBack(ChargeIntent charge, RefundIntent refund) {
        charge.noteRefund(refund.amount());
        events.publishEvent(new PaymentRefunded(charge.order(), charge.refunded()));
    }
}
