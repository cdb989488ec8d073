package io.orderflow.process.watching;

import static io.orderflow.order.OrderStatus.CANCELLED;
import static io.orderflow.order.OrderStatus.CREATED;
import static io.orderflow.order.OrderStatus.FAILED;
import static io.orderflow.order.OrderStatus.PAID;
import static io.orderflow.order.OrderStatus.PROCESSING;
import static io.orderflow.order.OrderStatus.SHIPPED;
import static io.orderflow.order.OrderStatus.SHIP_FAILED;

import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.reading.OpenOrders;
import io.orderflow.order.reading.OpenOrders.Mark;
import io.orderflow.payment.PaymentService;
import io.orderflow.returns.OpenReturn;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The search for orphans. It opens a case for every order that has lost its process or that of its return, and lets the
 * gateway be asked again about a charge of that order. Any number of nodes may search at once; an order that has its
 * case gets no second one.
 */
@Component
class OrphanGuard {

    private static final int PORTION = 500;
    private static final Duration JUST_NOW = Duration.ofMinutes(10);
    private static final Duration LATELY = Duration.ofDays(1);
    private static final List<OrderStatus> ON_THEIR_WAY = List.of(CREATED, PAID, PROCESSING, SHIPPED, SHIP_FAILED);
    private static final List<OrderStatus> CALLED_OFF = List.of(CANCELLED, FAILED);

    private final OpenOrders orders;
    private final OrderProcesses processes;
    private final Orphans orphans;
    private final ReturnService returns;
    private final CaseRegister cases;
    private final PaymentService payments;
    private final Clock clock;

    OrphanGuard(
            OpenOrders orders,
            OrderProcesses processes,
            Orphans orphans,
            ReturnService returns,
            CaseRegister cases,
            PaymentService payments,
            Clock clock) {
        this.orders = orders;
        this.processes = processes;
        this.orphans = orphans;
        this.returns = returns;
        this.cases = cases;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Looks at processes that were just deleted, at all orders before their delivery, at money still owed, and at open
     * returns and cases.
     */
    @Scheduled(initialDelay = 20_000, fixedDelay = 40_000)
    void look() {
        lost(processes.deletedSince(clock.instant().minus(JUST_NOW)));
        ON_THEIR_WAY.forEach(status -> open(processes.without(status)));
        inPortions(Mark.START, orders::owing);
        open(processes.calledOffWithout(clock.instant().minus(LATELY)));
        openReturns();
        processes.casesWithout().forEach(cases::tellAgain);
    }

    /** Looks at what can wait longer, or is longer ago: whatever was called off lately. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    void lookFurther() {
        Instant lately = clock.instant().minus(LATELY);
        lost(processes.deletedSince(lately));
        CALLED_OFF.forEach(
                status -> inPortions(Mark.from(lately), (after, most) -> orders.inStatus(status, after, most)));
    }

    private void inPortions(Mark start, BiFunction<Mark, Integer, List<Mark>> read) {
        List<Mark> portion;
        Mark after = start;
        do {
            portion = read.apply(after, PORTION);
            open(portion.stream().map(Mark::order).toList());
            after = portion.isEmpty() ? after : portion.get(portion.size() - 1);
        } while (portion.size() == PORTION);
    }

    private void openReturns() {
        List<OpenReturn> portion;
        Optional<ReturnId> after = Optional.empty();
        do {
            portion = returns.open(after, PORTION);
            orphans.returnsAmong(portion).forEach(this::open);
            after = portion.isEmpty()
                    ? after
                    : Optional.of(portion.get(portion.size() - 1).id());
        } while (portion.size() == PORTION);
    }

    private void lost(List<OrderNumber> deleted) {
        open(deleted);
        orphans.returnsAmong(returns.open(deleted)).forEach(this::open);
    }

    private void open(List<OrderNumber> candidates) {
        orphans.among(candidates).forEach(this::open);
    }

    /**
     * Opens the case and asks about the charge. No process asks about it any more, and nothing can be given back before
     * its outcome is known.
     */
    private void open(Finding orphan) {
        cases.open(orphan);
        orphan.order().ifPresent(payments::askAgain);
    }
}
