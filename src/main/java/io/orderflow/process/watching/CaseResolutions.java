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

/** By which outcomes a case can be resolved just now. */
@Component
public class CaseResolutions {

    /** Nothing is with a carrier or a customer: all that is held can be given back. */
    private static final Set<OrderStatus> BACK = EnumSet.of(
            OrderStatus.CREATED, OrderStatus.PAID, OrderStatus.PROCESSING, OrderStatus.CANCELLED, OrderStatus.FAILED);
    /** Handed over: the order has to go on. */
    private static final Set<OrderStatus> ON = EnumSet.of(OrderStatus.SHIPPED, OrderStatus.SHIP_FAILED);

    private final Orphans orphans;
    private final OrderReading orders;
    private final OrderBalances holdings;

    CaseResolutions(Orphans orphans, OrderReading orders, OrderBalances holdings) {
        this.orphans = orphans;
        this.orders = orders;
        this.holdings = holdings;
    }

    /** Why the outcome does not fit, in words for the person who wants it; empty when it does. */
    public Optional<String> whyNot(CaseView found, CaseOutcome wanted) {
        if (wanted == CaseOutcome.EXPLAINED) {
            return Optional.empty();
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

    /** A return goes on whatever its order is; and nothing is given back beside one, which gives back itself. */
    private Optional<String> whyNot(OrderNumber order, CaseOutcome wanted) {
        boolean returning = orphans.isReturnWithoutProcess(order);
        if (wanted == CaseOutcome.RESUME && returning) {
            return Optional.empty();
        }
        OrderStatus status = orders.facts(order).status();
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
