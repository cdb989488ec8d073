package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Mark order shipped</em>; shipped already: nothing. */
@Component
class MarkOrderShipped implements OrderStep {

    private final OrderProgress orders;

    MarkOrderShipped(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(OrderNumber order) {
        orders.markShipped(order);
    }
}
