package io.orderflow.payment.toss;

import io.orderflow.payment.PaymentGateway;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The gateway of Toss Payments, by its core API v1. While it fails, only charges are held back; look-ups and refunds
 * are always made.
 */
@Component
@ConditionalOnProperty(name = "orders.payment.gateway", havingValue = "toss")
class TossGateway implements PaymentGateway {

    private final TossCharges charges;
    private final TossRefunds refunds;
    private final TossBooks books;
    private final TossBreaker breaker;
    private final TossSettings settings;

    TossGateway(TossClient client, TossBreaker breaker, TossSettings settings, Clock clock) {
        this.charges = new TossCharges(client, breaker, settings, clock);
        this.refunds = new TossRefunds(client, settings);
        this.books = new TossBooks(client, settings);
        this.breaker = breaker;
        this.settings = settings;
    }

    @Override
    public ChargeAnswer charge(Charge charge) {
        return charges.charge(charge);
    }

    @Override
    public ChargeAnswer lookUp(Charge charge) {
        return charges.lookUp(charge);
    }

    @Override
    public RefundAnswer refund(Refund refund) {
        return refunds.refund(refund);
    }

    @Override
    public RefundAnswer lookUp(Refund refund) {
        return refunds.lookUp(refund);
    }

    @Override
    public boolean takesCharges() {
        return breaker.lets();
    }

    @Override
    public Duration patience() {
        return settings.patience();
    }

    @Override
    public boolean keepsBooks() {
        return true;
    }

    @Override
    public Optional<Standing> standing(OrderNumber order, String paymentKey) {
        return books.standing(order, paymentKey);
    }

    @Override
    public List<Movement> movements(Instant from, Instant to) {
        return books.movements(from, to);
    }
}
