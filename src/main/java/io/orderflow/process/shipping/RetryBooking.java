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
 * The delegate of <em>Retry booking</em>: its first execution fails, so that a person sees an incident. When the person
 * retries it, the carrier is asked again, unless the order was cancelled.
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
