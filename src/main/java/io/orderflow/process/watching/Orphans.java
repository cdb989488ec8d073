package io.orderflow.process.watching;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.Finding;
import io.orderflow.order.OrderView;
import io.orderflow.order.PaymentStatus;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.returns.OpenReturn;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.OrderNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The orders, and returns of orders, that have lost their process while they still need it. */
@Component
public class Orphans {

    private final OrderProcesses processes;
    private final OrderReading orders;
    private final ReturnService returns;
    private final OrderBalances holdings;

    Orphans(OrderProcesses processes, OrderReading orders, ReturnService returns, OrderBalances holdings) {
        this.processes = processes;
        this.orders = orders;
        this.returns = returns;
        this.holdings = holdings;
    }

    /** Returns whether a process is missing: the order's own, if it needs one, or that of its open return. */
    public boolean isWithoutProcess(OrderNumber order) {
        return isWithoutOwnProcess(order) || isReturnWithoutProcess(order);
    }

    boolean isWithoutOwnProcess(OrderNumber order) {
        return !among(List.of(order)).isEmpty();
    }

    boolean isReturnWithoutProcess(OrderNumber order) {
        return !returnsAmong(returns.open(List.of(order))).isEmpty();
    }

    /**
     * Returns the orphans among these orders. The engine is asked before the order is read. An order and its process
     * end in one transaction, so an order that is still open then has really lost its process.
     */
    List<Finding> among(Collection<OrderNumber> candidates) {
        return processes.notRunning(candidates).stream()
                .flatMap(order -> orphan(order).stream())
                .toList();
    }

    /** Returns the orphans among returns that were open when they were read. */
    List<Finding> returnsAmong(Collection<OpenReturn> candidates) {
        List<OrderNumber> lost = processes.notReturning(
                candidates.stream().map(OpenReturn::order).distinct().toList());
        return returns.open(lost).stream()
                .filter(candidates::contains)
                .map(this::finding)
                .toList();
    }

    private Finding finding(OpenReturn open) {
        OrderNumber number = open.order();
        OrderBalances.Held held = holdings.of(number);
        return new Finding(
                CaseKind.ORPHANED_ORDER,
                number.value(),
                Optional.of(number),
                "Return %s (%s) of order %s has no running process. The order still holds %s."
                        .formatted(open.id(), open.stage(), number, held.words()),
                open.id() + " " + open.stage() + " " + held.numbers());
    }

    private Optional<Finding> orphan(OrderNumber number) {
        OrderBalances.Held held = holdings.of(number);
        return orders.find(number).filter(order -> needsProcess(order, held)).map(order -> finding(order, held));
    }

    private static boolean needsProcess(OrderView order, OrderBalances.Held held) {
        return switch (order.status()) {
            case CREATED, PAID, PROCESSING, SHIPPED, SHIP_FAILED -> true;
            // The order is final, unless it still holds something, or everything was given back and it was not closed.
            case CANCELLED, FAILED -> !held.isNothing() || order.payment().status() == PaymentStatus.REFUNDED;
            case COMPLETED, REFUNDED, RETURNED -> false;
        };
    }

    private static Finding finding(OrderView order, OrderBalances.Held held) {
        OrderNumber number = order.orderNumber();
        return new Finding(
                CaseKind.ORPHANED_ORDER,
                number.value(),
                Optional.of(number),
                "Order %s is %s and has no running process. It still holds %s."
                        .formatted(number, order.status(), held.words()),
                order.status() + " " + held.numbers());
    }
}
