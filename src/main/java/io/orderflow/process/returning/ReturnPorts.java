package io.orderflow.process.returning;

import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.returns.ReturnableOrder;
import io.orderflow.returns.ReturnableOrders;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.OrderNumber;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The port through which the returns module asks about orders, which it does not know. */
@Component
class ReturnPorts implements ReturnableOrders {

    private static final Set<OrderStatus> SHIPPED =
            Set.of(OrderStatus.SHIPPED, OrderStatus.COMPLETED, OrderStatus.RETURNED);

    private final OrderProgress progress;
    private final OrderReading orders;

    ReturnPorts(OrderProgress progress, OrderReading orders) {
        this.progress = progress;
        this.orders = orders;
    }

    @Override
    public Optional<ReturnableOrder> lock(OrderNumber order, Optional<CustomerId> onlyOf) {
        return progress.holdIfThere(order) ? read(order, onlyOf) : Optional.empty();
    }

    @Override
    public Optional<ReturnableOrder> read(OrderNumber order, Optional<CustomerId> onlyOf) {
        return orders.find(order)
                .filter(found -> onlyOf.isEmpty() || onlyOf.get().equals(found.customerId()))
                .map(ReturnPorts::returnable);
    }

    private static ReturnableOrder returnable(OrderView order) {
        return new ReturnableOrder(
                order.orderNumber(),
                order.customerId(),
                SHIPPED.contains(order.status()),
                order.completedAt(),
                order.items().stream().map(ReturnPorts::line).toList());
    }

    private static ReturnableOrder.Line line(OrderView.Item item) {
        return new ReturnableOrder.Line(
                item.sku(), item.name(), item.quantity(), item.returnedQuantity(), item.price(), item.discount());
    }
}
