package io.orderflow.process.shipping;

import io.orderflow.order.OrderView;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.Told;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.ShippingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * <em>Retry booking</em>: fails once, which shows the order to a person; retried by them, the carrier is asked again. A
 * cancelled order is not booked any more.
 */
@Component
class RetryBooking implements JavaDelegate {

    private final OrderReading orders;
    private final ShippingService shipping;

    RetryBooking(OrderReading orders, ShippingService shipping) {
        this.orders = orders;
        this.shipping = shipping;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderNumber order = OrderStep.order(execution);
        boolean cancelled =
                orders.find(order).filter(OrderView::cancellationRequested).isPresent();
        Enum<?> told = cancelled ? Told.CALLED_OFF : shipping.retryBooking(order);
        OrderVariables.tell(execution, OrderVariables.BOOKING_STATUS, told);
    }
}
