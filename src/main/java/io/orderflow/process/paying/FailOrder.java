package io.orderflow.process.paying;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The delegate of <em>Fail order</em>, for an order whose payment was declined. A repeat changes nothing. */
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
