package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Complete order</em>; completed already: nothing. */
@Component
class CompleteOrder implements OrderStep {

    private final OrderProgress orders;

    CompleteOrder(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(OrderNumber order) {
        orders.complete(order);
    }
}
