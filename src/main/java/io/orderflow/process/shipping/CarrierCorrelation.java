package io.orderflow.process.shipping;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.AwaitStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ReceiveTasks;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.BookingAnswered;
import io.orderflow.shipping.RecallAnswered;
import io.orderflow.shipping.ShippingService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The correlation of answers of the carrier with the order's process, in the transaction that stores the answer. A
 * suspended process that waits for the answer is told again later. If no process waits for it, nobody is told.
 */
@Component
class CarrierCorrelation {

    private final ReceiveTasks waits;
    private final OrderProgress orders;
    private final ShippingService shipping;

    CarrierCorrelation(ReceiveTasks waits, OrderProgress orders, ShippingService shipping) {
        this.waits = waits;
        this.orders = orders;
        this.shipping = shipping;
    }

    @EventListener
    void on(BookingAnswered answered) {
        tell(
                answered.order(),
                AwaitStep.BOOKING,
                OrderVariables.told(OrderVariables.BOOKING_STATUS, answered.status()));
    }

    @EventListener
    void on(RecallAnswered answered) {
        tell(answered.order(), AwaitStep.RECALL, OrderVariables.told(OrderVariables.RECALL_STATUS, answered.status()));
    }

    /** Locks the order before it tells the process, so that a cancellation at the same time comes before or after. */
    private void tell(OrderNumber order, AwaitStep wait, VariableMap told) {
        orders.holdIfThere(order);
        if (!waits.endIfThere(wait, order, told) && waits.isThere(wait, order)) {
            shipping.tellAgain(order);
        }
    }
}
