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
 * The missed events: those that processes did not hear when they happened, because they were suspended or being
 * migrated. Each is told again. Our tables say what happened, so nothing is stored for it. What the carrier says or
 * answers is stored and told again by the shipping module.
 *
 * <p>Any number of nodes may look at once. What a process has heard in the meantime is not told to it again.
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
    /** The events that could not be told at the last look. */
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

    /** Locks the order before it tells the process, so that a change at the same time comes before or after. */
    private boolean isTold(UninformedProcesses.Missed missed) {
        try {
            transactions.executeWithoutResult(status -> {
                orders.holdIfThere(missed.order());
                tell(missed);
            });
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Order {} could not be told that {}; it is tried again",
                    missed.order(),
                    missed.happening().words(),
                    e);
            return false;
        }
    }

    private void tell(UninformedProcesses.Missed missed) {
        switch (missed.happening()) {
            case CHARGE_ANSWERED -> gateway.answeredEarlier(missed.order());
            case REFUND_OF_ORDER_ANSWERED, REFUND_OF_RETURN_ANSWERED ->
                gateway.answeredEarlier(missed.order(), new RefundId(requireNonNull(missed.refund())));
            case CANCELLATION_WANTED -> correlation.cancellationWanted(missed.order());
            case EVERYTHING_RETURNED -> correlation.everythingReturned(missed.order());
            case CARRIER_TOLD -> {}
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
                words.formatted(order, missed.happening().words()),
                missed.happening().name());
    }
}
