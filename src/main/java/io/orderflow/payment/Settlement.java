package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two ends of a talk with the gateway: claiming a payment for it, and storing what was said. Each end is one transaction;
 * none is open in between. An answer and what the order's process does about it are committed together.
 */
@Component
@Transactional
@Retryable(retryFor = ConcurrencyFailureException.class, maxAttempts = 8,
        backoff = @Backoff(delay = 20, multiplier = 2, maxDelay = 1000, random = true))
class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Payments payments;
    private final PaymentGateway gateway;
    private final PaymentSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlement(Payments payments, PaymentGateway gateway, PaymentSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.payments = payments;
        this.gateway = gateway;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Claims a payment for as long as a talk can take, so that no other thread or node talks about it meanwhile. Whoever dies in
     * between leaves a claim that ends by itself.
     *
     * @return empty when there is nothing to ask now, or somebody else is asking
     */
    Optional<Talk> claim(OrderNumber order) {
        return payments.lock(order).filter(charge -> charge.claim(clock.instant(), gateway.patience())).map(this::talk);
    }

    /** Claims a charge in the very transaction that stores it, which saves one; it must not have been claimed before. */
    Talk claim(ChargeIntent charge) {
        charge.claim(clock.instant(), gateway.patience());
        return talk(charge);
    }

    private Talk talk(ChargeIntent charge) {
        if (charge.isOpen()) {
            return new Talk.AboutCharge(charge.call(), charge.tries().begin());
        }
        return payments.openRefund(charge.order()).<Talk>map(refund -> new Talk.AboutRefund(
                refund.call(charge.paymentKey(), heldThere(charge)), refund.tries().begin()))
                .orElseGet(() -> new Talk.AboutStanding(charge.order()));
    }

    /** What the gateway still holds: what went back by other means it knows nothing of. */
    private Money heldThere(ChargeIntent charge) {
        return payments.refundsOf(charge.order()).stream().filter(refund -> refund.status() == RefundStatus.DONE)
                .map(RefundIntent::amount).reduce(charge.amount(), Money::minus);
    }

    /** Stores what the gateway said of a charge; a charge that is settled already stays as it is. */
    void settle(OrderNumber order, PaymentGateway.ChargeAnswer answer) {
        ChargeIntent charge = payments.lock(order).orElseThrow();
        charge.release();
        if (!charge.isOpen()) {
            return;
        }
        Instant now = clock.instant();
        if (answer instanceof PaymentGateway.Approved) {
            charge.approve(now);
            events.publishEvent(new PaymentCharged(order));
        } else if (answer instanceof PaymentGateway.Declined declined) {
            charge.decline(declined.code(), now);
            events.publishEvent(new PaymentDeclined(order, declined.code()));
        } else if (answer instanceof PaymentGateway.NotAsked) {
            charge.tries().takeBack();
            charge.askAt(now.plus(PAUSE));
        } else if (answer instanceof PaymentGateway.OurFault fault) {
            charge.tries().noteRefusal(alert(order, fault));
            giveUp(charge);
        } else {
            charge.tries().note(words(answer));
            later(charge, now);
        }
    }

    private void later(ChargeIntent charge, Instant now) {
        if (charge.tries().areUsedUp()) {
            giveUp(charge);
        } else {
            charge.askAt(charge.tries().next(settings.retry(), now));
        }
    }

    private void giveUp(ChargeIntent charge) {
        charge.giveUp();
        events.publishEvent(new PaymentUnresolved(charge.order()));
    }

    /** Stores what the gateway said of a refund; a refund that is settled already stays as it is. */
    void settle(OrderNumber order, RefundId id, PaymentGateway.RefundAnswer answer) {
        ChargeIntent charge = payments.lock(order).orElseThrow();
        RefundIntent refund = payments.refund(id).orElseThrow();
        charge.release();
        if (!refund.isOpen()) {
            return;
        }
        Instant now = clock.instant();
        if (answer instanceof PaymentGateway.Refunded refunded) {
            refund.done(refunded.reference(), now);
            charge.noteRefund(refund.amount());
            events.publishEvent(new PaymentRefunded(order, id, refund.status(), charge.refunded()));
        } else if (answer instanceof PaymentGateway.Refused refused) {
            refund.refuse(refused.code() + ": " + refused.message());
            refused(refund);
        } else if (answer instanceof PaymentGateway.OurFault fault) {
            refund.refuse(alert(order, fault));
            refused(refund);
        } else {
            later(charge, refund, words(answer), now);
        }
        payments.openRefund(order).filter(next -> next != refund).ifPresent(next -> charge.askAt(now));
    }

    private void later(ChargeIntent charge, RefundIntent refund, String words, Instant now) {
        refund.tries().note(words);
        if (refund.tries().areUsedUp()) {
            refund.giveUp("no answer after all tries: " + words);
            refused(refund);
        } else {
            charge.askAt(refund.tries().next(settings.retry(), now));
        }
    }

    private void refused(RefundIntent refund) {
        events.publishEvent(new RefundRefused(refund.order(), refund.id(), refund.amount(), refund.tries().lastAnswer()));
    }

    /** Stores that a payment was looked at; a refund that was asked for meanwhile comes next. */
    void settle(OrderNumber order) {
        ChargeIntent charge = payments.lock(order).orElseThrow();
        charge.release();
        payments.openRefund(order).ifPresent(refund -> charge.askAt(clock.instant()));
    }

    private static String alert(OrderNumber order, PaymentGateway.OurFault fault) {
        String words = "our own fault, nobody is declined: " + fault.code() + ": " + fault.message();
        LOG.error("Payment of order {}: {}", order, words);
        return words;
    }

    private static String words(Object answer) {
        if (answer instanceof PaymentGateway.NotDone notDone) {
            return notDone.what();
        }
        return ((PaymentGateway.Unknown) answer).what();
    }
}
