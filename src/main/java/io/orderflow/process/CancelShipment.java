package io.orderflow.process;

import io.orderflow.shipping.ShippingService;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Cancel shipment</em>: asks the carrier to stop the parcel; a repeat changes nothing. */
@Component
class CancelShipment implements OrderStep {

    private final ShippingService shipping;

    CancelShipment(ShippingService shipping) {
        this.shipping = shipping;
    }

    @Override
    public void execute(OrderNumber order) {
        shipping.cancel(order);
    }
}
