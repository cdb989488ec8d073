package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Mark order paid</em>; paid already: nothing. */
@Component
class MarkOrderPaid implements OrderStep {

    private final OrderProgress orders;

    MarkOrderPaid(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(OrderNumber order) {
        orders.markPaid(order);
    }
}
