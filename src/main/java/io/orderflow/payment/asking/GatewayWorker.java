package io.orderflow.payment.asking;

import io.orderflow.outbound.Worker;
import io.orderflow.payment.ChargeIntent;
import io.orderflow.payment.Discrepancies;
import io.orderflow.payment.GatewayUnavailable;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.Payments;
import io.orderflow.payment.reconciliation.LedgerComparison;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A worker that asks the gateway about one payment at a time, outside of any transaction. */
@Component
class GatewayWorker implements Worker<OrderNumber, GatewayRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayWorker.class);

    private final GatewayAnswers answers;
    private final Payments payments;
    private final PaymentGateway gateway;
    private final LedgerComparison comparison;
    private final Discrepancies discrepancies;
    private final Clock clock;

    GatewayWorker(
            GatewayAnswers answers,
            Payments payments,
            PaymentGateway gateway,
            LedgerComparison comparison,
            Discrepancies discrepancies,
            Clock clock) {
        this.answers = answers;
        this.payments = payments;
        this.gateway = gateway;
        this.comparison = comparison;
        this.discrepancies = discrepancies;
        this.clock = clock;
    }

    @Override
    public Optional<GatewayRequest> claim(OrderNumber order) {
        return answers.claim(order);
    }

    /** Claims a charge that is about to be stored. The gateway is asked once it is stored. */
    GatewayRequest claim(ChargeIntent charge) {
        return answers.claim(charge);
    }

    @Override
    public Runnable ask(GatewayRequest request) {
        if (request instanceof GatewayRequest.ChargeRequest about) {
            PaymentGateway.ChargeAnswer answer = ask(about);
            return () -> settle(about, answer);
        }
        if (request instanceof GatewayRequest.RefundRequest about) {
            PaymentGateway.RefundAnswer answer = ask(about);
            return () -> answers.settle(about, answer);
        }
        var look = (GatewayRequest.StandingRequest) request;
        compare(look.order());
        return () -> answers.settle(look);
    }

    /**
     * Stores the answer. If a listener fails, the answer is stored without the listener's work, so that it is not lost.
     */
    private void settle(GatewayRequest.ChargeRequest about, PaymentGateway.ChargeAnswer answer) {
        try {
            answers.settle(about, answer, false);
        } catch (RuntimeException e) {
            LOG.error(
                    "Order {}: what follows from the answer of the gateway failed and is left for later",
                    about.order(),
                    e);
            answers.settle(about, answer, true);
        }
    }

    /**
     * Compares the payment. If the books cannot be read, the nightly reconciliation will do it, as nobody waits for
     * this.
     */
    private void compare(OrderNumber order) {
        if (!gateway.keepsBooks()) {
            return;
        }
        try {
            comparison.compare(order).ifPresent(discrepancies::report);
        } catch (GatewayUnavailable e) {
            LOG.info("The payment of order {} could not be read back: {}", order, e.getMessage());
        }
    }

    private PaymentGateway.ChargeAnswer ask(GatewayRequest.ChargeRequest about) {
        if (!about.again()) {
            return gateway.charge(about.charge());
        }
        PaymentGateway.ChargeAnswer found = gateway.lookUp(about.charge());
        return found instanceof PaymentGateway.NotDone ? gateway.charge(about.charge()) : found;
    }

    private PaymentGateway.RefundAnswer ask(GatewayRequest.RefundRequest about) {
        if (!about.again()) {
            return gateway.refund(about.refund());
        }
        PaymentGateway.RefundAnswer found = gateway.lookUp(about.refund());
        return found instanceof PaymentGateway.NotDone ? gateway.refund(about.refund()) : found;
    }

    /** Returns orders whose charge was never asked for; none while the gateway takes no charges. */
    List<OrderNumber> dueFirst(int limit) {
        return limit > 0 && gateway.takesCharges() ? payments.dueFirst(clock.instant(), limit) : List.of();
    }

    /** Returns orders about which the gateway must be asked again or for a refund. */
    List<OrderNumber> dueAgain(int limit) {
        return limit > 0 ? payments.dueAgain(clock.instant(), limit) : List.of();
    }
}
