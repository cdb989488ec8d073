package io.orderflow.process.watching;

import static java.util.Objects.requireNonNull;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.payment.RefundId;
import io.orderflow.process.OrderCorrelation;
import io.orderflow.process.paying.GatewayCorrelation;
import io.orderflow.shared.OrderNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells processes again what they did not hear when it happened: somebody had suspended them, or was migrating them.
 * What happened stands in our tables, so nothing is kept for it. What the carrier tells or answers is kept and told
 * again by the shipping module.
 *
 * <p>Any number of nodes may look at once; what has been heard meanwhile is told to nobody.
 */
@Component
class MissedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(MissedEvents.class);

    private final UninformedProcesses processes;
    private final GatewayCorrelation gateway;
    private final OrderCorrelation correlation;
    private final OrderProgress orders;
    private final CaseRegister cases;
    private final TransactionOperations transactions;
    /** Those that could not be told at the last look. */
    private Set<UninformedProcesses.Missed> untold = Set.of();

    MissedEvents(
            UninformedProcesses processes,
            GatewayCorrelation gateway,
            OrderCorrelation correlation,
            OrderProgress orders,
            CaseRegister cases,
            TransactionOperations transactions) {
        this.processes = processes;
        this.gateway = gateway;
        this.correlation = correlation;
        this.orders = orders;
        this.cases = cases;
        this.transactions = transactions;
    }

    /** Tells whoever can hear it, and opens a case for each process that could not at the last look either. */
    @Scheduled(initialDelay = 15_000, fixedDelay = 40_000)
    synchronized void tellAgain() {
        List<UninformedProcesses.Missed> missed = processes.all();
        Set<UninformedProcesses.Missed> waiting =
                missed.stream().filter(it -> it.onHold() || !isTold(it)).collect(Collectors.toSet());
        waiting.stream().filter(untold::contains).forEach(it -> cases.open(finding(it)));
        untold = waiting;
    }

    /** The order is locked first, so that whatever happens to it at the same time comes before or after. */
    private boolean isTold(UninformedProcesses.Missed missed) {
        try {
            transactions.executeWithoutResult(status -> {
                orders.holdIfThere(missed.order());
                news(missed);
            });
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Order {} could not be told that {}; it is tried again",
                    missed.order(),
                    missed.news().words(),
                    e);
            return false;
        }
    }

    private void news(UninformedProcesses.Missed missed) {
        switch (missed.news()) {
            case CHARGE_ANSWERED -> gateway.answeredEarlier(missed.order());
            case REFUND_OF_ORDER_ANSWERED, REFUND_OF_RETURN_ANSWERED ->
                gateway.answeredEarlier(missed.order(), new RefundId(requireNonNull(missed.refund())));
            case CANCELLATION_WANTED -> correlation.cancellationWanted(missed.order());
            case EVERYTHING_RETURNED -> correlation.everythingReturned(missed.order());
        }
    }

    private static Finding finding(UninformedProcesses.Missed missed) {
        OrderNumber order = missed.order();
        String words = missed.onHold()
                ? "A process of order %s is suspended and does not hear that %s. Activate it in Cockpit: it goes on within a minute."
                : "A process of order %s fails each time it is told that %s. It is told again every 40 seconds; the log says what fails.";
        return new Finding(
                CaseKind.PROCESS_ON_HOLD,
                order.value(),
                Optional.of(order),
                words.formatted(order, missed.news().words()),
                missed.news().name());
    }
}
