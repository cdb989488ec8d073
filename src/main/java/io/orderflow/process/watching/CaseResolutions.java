package io.orderflow.process.watching;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseOutcome;
import io.orderflow.cases.CaseView;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The outcomes by which a case can be resolved at this moment. */
@Component
public class CaseResolutions {

    /** The statuses in which no carrier or customer has goods, so that all that the order holds can be given back. */
    private static final Set<OrderStatus> BACK = EnumSet.of(
            OrderStatus.CREATED, OrderStatus.PAID, OrderStatus.PROCESSING, OrderStatus.CANCELLED, OrderStatus.FAILED);
    /** The statuses after the hand-over, from which the order must go on. */
    private static final Set<OrderStatus> ON = EnumSet.of(OrderStatus.SHIPPED, OrderStatus.SHIP_FAILED);

    private final Orphans orphans;
    private final OrderReading orders;
    private final OrderBalances holdings;
    private final UninformedProcesses processes;

    CaseResolutions(Orphans orphans, OrderReading orders, OrderBalances holdings, UninformedProcesses processes) {
        this.orphans = orphans;
        this.orders = orders;
        this.holdings = holdings;
        this.processes = processes;
    }

    /** Returns why the outcome is not possible, in words for the person who wants it; empty if it is possible. */
    public Optional<String> whyNot(CaseView found, CaseOutcome wanted) {
        if (wanted == CaseOutcome.EXPLAINED) {
            return stillLost(found);
        }
        if (found.kind() != CaseKind.ORPHANED_ORDER || found.orderNumber() == null) {
            return Optional.of("this case is not about an order that has lost its process");
        }
        OrderNumber order = found.orderNumber();
        if (!orphans.isWithoutProcess(order)) {
            return Optional.of("the order has a running process, which takes care of it, or needs none");
        }
        return whyNot(order, wanted);
    }

    /** Returns that an orphan cannot be explained away: it would wait for ever, and nobody would be told. */
    private Optional<String> stillLost(CaseView found) {
        return Optional.ofNullable(found.orderNumber())
                .filter(order -> found.kind() == CaseKind.ORPHANED_ORDER && orphans.isWithoutProcess(order))
                .map(order -> "the order or its return still has no process, and would wait for ever");
    }

    /**
     * Returns why the outcome is not possible for an orphan. A return can go on at any status of its order, and nothing
     * else is given back while one is open.
     */
    private Optional<String> whyNot(OrderNumber order, CaseOutcome wanted) {
        boolean returning = orphans.isReturnWithoutProcess(order);
        if (wanted == CaseOutcome.RESUME && returning) {
            return Optional.empty();
        }
        OrderStatus status = orders.facts(order).status();
        if (status == OrderStatus.PROCESSING && processes.isCarrierUnheard(order)) {
            return wanted == CaseOutcome.RESUME
                    ? Optional.empty()
                    : Optional.of("the carrier has told of its parcel: let the order go on, and it hears what");
        }
        if (!(wanted == CaseOutcome.GIVE_BACK ? BACK : ON).contains(status)) {
            return Optional.of("the order is " + status);
        }
        if (returning) {
            return Optional.of("the order has an open return: let that go on first");
        }
        Money unsettled = holdings.of(order).unsettled();
        return unsettled.isZero()
                ? Optional.empty()
                : Optional.of(
                        "whether %s were charged is not known yet; when it is, decide again".formatted(unsettled));
    }
}
