package io.orderflow.process.paying;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Fail order</em>: its payment was declined; failed already: nothing. */
@Component
class FailOrder implements OrderStep {

    private final OrderProgress orders;

    FailOrder(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(OrderNumber order) {
        orders.fail(order);
    }
}
