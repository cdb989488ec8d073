package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
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
    private final Clock clock;

    PaymentService(EntityManager entities, Charges charges, Intents intents, PaymentGateway gateway,
            ApplicationEventPublisher events, Clock clock) {
        this.entities = entities;
        this.charges = charges;
        this.intents = intents;
        this.gateway = gateway;
        this.events = events;
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
        Optional<ChargeIntent> charged = charges.findByOrderNumber(order.value()).filter(c -> !c.held().isZero());
        if (charged.isEmpty()) {
            return;
        }
        ChargeIntent charge = charged.get();
        intents.intendRefund(order, charge.held());
        RefundIntent refund = entities.find(RefundIntent.class, RefundIntent.idFor(order));
        PaymentGateway.RefundAnswer answer = gateway.refund(refund.call(charge.paymentKey()));
        if (answer instanceof PaymentGateway.Refunded refunded) {
            refund.done(refunded.reference(), clock.instant());
            held(charge, refund);
        } else if (answer instanceof PaymentGateway.Refused refused) {
            String words = refused.code() + ": " + refused.message();
            refund.refuse(words);
            events.publishEvent(new RefundRefused(order, refund.amount(), words));
        } else if (answer instanceof PaymentGateway.Unknown unknown) {
            int tries = intents.noteUnknownRefund(order, unknown.what());
            throw new PaymentOutcomeUnknown("order %s: whether %s were refunded is not known after try %d; the gateway said: %s"
                    .formatted(order, refund.amount(), tries, unknown.what()));
        }
    }

    /**
     * Records that the customer got an outstanding refund by other means.
     *
     * @param reference under which it was paid, not blank, up to 200 characters
     * @throws IllegalArgumentException when the reference is of another shape
     * @throws IllegalStateException when no refund of this order is outstanding
     */
    public void settleOutside(OrderNumber order, String reference) {
        if (reference == null || reference.isBlank() || reference.length() > 200) {
            throw new IllegalArgumentException("settlementReference must be 1 to 200 characters");
        }
        RefundIntent refund = entities.find(RefundIntent.class, RefundIntent.idFor(order));
        if (refund == null || refund.isSettled()) {
            throw new IllegalStateException("order " + order + " has no outstanding refund");
        }
        refund.settledOutside(reference, clock.instant());
        held(charges.findByOrderNumber(order.value()).orElseThrow(), refund);
    }

    private void held(ChargeIntent charge, RefundIntent refund) {
        charge.noteRefund(refund.amount());
        events.publishEvent(new PaymentRefunded(charge.order(), charge.refunded()));
    }
}
