package io.orderflow.process.shipping;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.OrderWait;
import io.orderflow.process.ReceiveTasks;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.BookingAnswered;
import io.orderflow.shipping.RecallAnswered;
import io.orderflow.shipping.ShippingService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries what the carrier answered to the order's process, in the transaction that stores it. Where a process waits
 * for it and does not hear just now, because somebody has suspended it, the answer is told again later; where none
 * waits for it any more, there is nobody to be told.
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
                OrderWait.BOOKING,
                OrderVariables.told(OrderVariables.BOOKING_STATUS, answered.status()));
    }

    @EventListener
    void on(RecallAnswered answered) {
        tell(answered.order(), OrderWait.RECALL, OrderVariables.told(OrderVariables.RECALL_STATUS, answered.status()));
    }

    /** The order is locked first, so that a cancellation that comes at the same time comes before or after. */
    private void tell(OrderNumber order, OrderWait wait, VariableMap told) {
        orders.holdIfThere(order);
        if (!waits.endIfThere(wait, order, told) && waits.isThere(wait, order)) {
            shipping.tellAgain(order);
        }
    }
}
