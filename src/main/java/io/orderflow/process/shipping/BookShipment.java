package io.orderflow.process.shipping;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.ShippingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Book shipment</em>: it stores the booking, and a carrier that does not answer at once is asked
 * after the commit. A repeat asks nobody again. A cancellation at the same time waits for the commit.
 */
@Component
class BookShipment implements JavaDelegate {

    private final OrderProgress orders;
    private final ShippingService shipping;

    BookShipment(OrderProgress orders, ShippingService shipping) {
        this.orders = orders;
        this.shipping = shipping;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderNumber order = OrderStep.order(execution);
        int attempt = orders.holdForShipping(order);
        OrderVariables.tell(execution, OrderVariables.BOOKING_STATUS, shipping.book(order, attempt));
    }
}
