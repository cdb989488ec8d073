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
 * <em>Book shipment</em>: a carrier that does not answer at once is asked after the commit; asked or booked already:
 * nothing. A cancellation that comes meanwhile waits for the commit, and then finds what it can call off.
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
