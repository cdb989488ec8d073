package io.orderflow.payment.asking;

import static java.util.Objects.requireNonNull;

import io.orderflow.payment.ChargeIntent;
import io.orderflow.payment.PaymentCharged;
import io.orderflow.payment.PaymentDeclined;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentRefunded;
import io.orderflow.payment.PaymentSettings;
import io.orderflow.payment.PaymentUnresolved;
import io.orderflow.payment.Payments;
import io.orderflow.payment.RefundIntent;
import io.orderflow.payment.RefundRefused;
import io.orderflow.payment.RefundStatus;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.transactions.RepeatedTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The two ends of a request to the gateway: it claims a payment before the request, and stores the answer after it.
 * Each end is one transaction, and none is open in between. An answer and the order's process's reaction to it are
 * committed together.
 */
@Component
@RepeatedTransaction(attempts = 8)
class GatewayAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayAnswers.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Payments payments;
    private final PaymentGateway gateway;
    private final PaymentSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GatewayAnswers(
            Payments payments,
            PaymentGateway gateway,
            PaymentSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.gateway = gateway;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Claims a payment for as long as a request can take, so that no other thread or node asks about it meanwhile. The
     * claim of a worker that dies ends by itself.
     *
     * @return empty if nothing is to be asked now, or if another worker is asking
     */
    Optional<GatewayRequest> claim(OrderNumber order) {
        return payments.lock(order)
                .filter(charge -> charge.claim(clock.instant(), gateway.patience()))
                .map(this::request);
    }

    /**
     * Claims a charge in the transaction that stores it, which saves a transaction. The charge must not have been
     * claimed before.
     */
    GatewayRequest claim(ChargeIntent charge) {
        charge.claim(clock.instant(), gateway.patience());
        return request(charge);
    }

    private GatewayRequest request(ChargeIntent charge) {
        if (charge.isOpen()) {
            return new GatewayRequest.ChargeRequest(
                    charge.call(), charge.attempts().begin(), charge.claimedUntil());
        }
        return payments.openRefund(charge.order())
                .<GatewayRequest>map(refund -> new GatewayRequest.RefundRequest(
                        refund.call(charge.paymentKey(), heldThere(charge)),
                        refund.attempts().begin(),
                        charge.claimedUntil()))
                .orElseGet(() -> new GatewayRequest.StandingRequest(charge.order(), charge.claimedUntil()));
    }

    /**
     * Returns the money that the gateway still holds. It does not know of refunds that a person has settled outside.
     */
    private Money heldThere(ChargeIntent charge) {
        return payments.refundsOf(charge.order()).stream()
                .filter(refund -> refund.status() == RefundStatus.DONE)
                .map(RefundIntent::amount)
                .reduce(charge.amount(), Money::minus);
    }

    /**
     * Stores the gateway's answer about a charge; a charge that is settled already stays as it is. If the answer comes
     * after the end of its claim, another worker may be asking. Then only an approval is stored, because the other
     * worker gets every other answer itself.
     *
     * @param later whether a listener has failed on this answer once and must do its work later
     */
    void settle(GatewayRequest.ChargeRequest request, PaymentGateway.ChargeAnswer answer, boolean later) {
        ChargeIntent charge = payments.lock(request.order()).orElseThrow();
        boolean inTime = charge.release(request.claim());
        if (!charge.isOpen()) {
            askNext(charge);
        } else if (answer instanceof PaymentGateway.Approved) {
            charge.approve(clock.instant());
            events.publishEvent(new PaymentCharged(request.order(), later));
        } else if (inTime) {
            notApproved(charge, answer, later, clock.instant());
        }
    }

    private void notApproved(ChargeIntent charge, PaymentGateway.ChargeAnswer answer, boolean later, Instant now) {
        if (answer instanceof PaymentGateway.Declined declined) {
            charge.decline(declined.code(), now);
            events.publishEvent(new PaymentDeclined(charge.order(), declined.code(), later));
        } else if (answer instanceof PaymentGateway.NotAsked) {
            charge.attempts().takeBack();
            charge.askAt(now.plus(PAUSE));
        } else if (answer instanceof PaymentGateway.OurFault fault) {
            charge.attempts().noteRefusal(alert(charge.order(), fault));
            giveUp(charge);
        } else {
            charge.attempts().note(words(answer));
            later(charge, now);
        }
    }

    private void later(ChargeIntent charge, Instant now) {
        if (charge.attempts().areExhausted()) {
            giveUp(charge);
        } else {
            charge.askAt(charge.attempts().next(settings.retry(), now));
        }
    }

    private void giveUp(ChargeIntent charge) {
        charge.giveUp();
        events.publishEvent(new PaymentUnresolved(charge.order()));
    }

    /**
     * Stores the gateway's answer about a refund, by the same rules. If another refund was asked for meanwhile, the
     * gateway is asked for it next.
     */
    void settle(GatewayRequest.RefundRequest request, PaymentGateway.RefundAnswer answer) {
        ChargeIntent charge = payments.lock(request.order()).orElseThrow();
        RefundIntent refund = payments.refund(request.refund().id()).orElseThrow();
        boolean inTime = charge.release(request.claim());
        if (refund.isOpen() && answer instanceof PaymentGateway.Refunded refunded) {
            refund.done(refunded.reference(), clock.instant());
            charge.noteRefund(refund.amount());
            events.publishEvent(new PaymentRefunded(request.order(), refund.id(), refund.status(), charge.refunded()));
        } else if (refund.isOpen() && inTime) {
            notRefunded(charge, refund, answer);
        }
        askNext(charge);
    }

    private void notRefunded(ChargeIntent charge, RefundIntent refund, PaymentGateway.RefundAnswer answer) {
        if (answer instanceof PaymentGateway.Refused refused) {
            refund.refuse(refused.code() + ": " + refused.message());
            refused(refund);
        } else if (answer instanceof PaymentGateway.OurFault fault) {
            refund.refuse(alert(charge.order(), fault));
            refused(refund);
        } else {
            later(charge, refund, words(answer), clock.instant());
        }
    }

    private void later(ChargeIntent charge, RefundIntent refund, String words, Instant now) {
        refund.attempts().note(words);
        if (refund.attempts().areExhausted()) {
            refund.giveUp("no answer after all attempts: " + words);
            refused(refund);
        } else {
            charge.askAt(refund.attempts().next(settings.retry(), now));
        }
    }

    private void refused(RefundIntent refund) {
        events.publishEvent(new RefundRefused(
                refund.order(),
                refund.id(),
                refund.amount(),
                requireNonNull(refund.attempts().lastAnswer())));
    }

    /**
     * Ends the claim of a payment that was compared. If a refund was asked for meanwhile, the gateway is asked for it
     * next.
     */
    void settle(GatewayRequest.StandingRequest request) {
        ChargeIntent charge = payments.lock(request.order()).orElseThrow();
        charge.release(request.claim());
        askNext(charge);
    }

    private void askNext(ChargeIntent charge) {
        if (charge.isAtRest()) {
            payments.openRefund(charge.order()).ifPresent(refund -> charge.askAt(clock.instant()));
        }
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
