package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import io.orderflow.order.OrderReading;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.ShippingService;
import org.springframework.stereotype.Component;

/**
 * <em>Book shipment</em>. The order is held while the carrier is asked: a cancellation that comes meanwhile waits for the
 * answer, and then finds a booking that it can cancel.
 */
@Component
class BookShipment implements OrderStep {

    private final OrderProgress progress;
    private final OrderReading orders;
    private final ShippingService shipping;

    BookShipment(OrderProgress progress, OrderReading orders, ShippingService shipping) {
        this.progress = progress;
        this.orders = orders;
        this.shipping = shipping;
    }

    @Override
    public void execute(OrderNumber order) {
        progress.hold(order);
        shipping.book(order, orders.facts(order).address());
    }
}
