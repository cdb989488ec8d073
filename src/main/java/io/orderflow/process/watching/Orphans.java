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

/** Tells which orders, and which of their returns, have lost their process while they still need it. */
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

    /** Whether a process is missing: the order's own, as long as it needs one, or that of its open return. */
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
     * The orphans among these orders. The engine is asked before the order is read: an order and its process end in one
     * transaction, so that one which is still not over then has really lost it.
     */
    List<Finding> among(Collection<OrderNumber> candidates) {
        return processes.notRunning(candidates).stream()
                .flatMap(order -> orphan(order).stream())
                .toList();
    }

    /** As {@link #among}, of returns that were open when they were read. */
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
            // Final unless something was not given back, or all was and nobody has closed it.
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
