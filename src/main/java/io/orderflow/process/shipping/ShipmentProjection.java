package io.orderflow.process.shipping;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.shipping.ShipmentBooked;
import io.orderflow.shipping.ShipmentCancelled;
import io.orderflow.shipping.ShipmentDelivered;
import io.orderflow.shipping.ShipmentFailed;
import io.orderflow.shipping.ShipmentHandedOver;
import io.orderflow.shipping.ShipmentProgressed;
import io.orderflow.shipping.ShipmentStatus;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The read model of the shipment on the order, written in the transaction of each event, so that showing an order reads
 * one row. It never changes the status of the order; only the diagram does.
 */
@Component
class ShipmentProjection {

    private final OrderProgress orders;

    ShipmentProjection(OrderProgress orders) {
        this.orders = orders;
    }

    @EventListener
    void on(ShipmentBooked booked) {
        orders.noteShipment(
                booked.orderNumber(),
                booked.attempt(),
                booked.carrier(),
                booked.trackingNumber(),
                ShipmentStatus.BOOKED.name());
    }

    @EventListener
    @Order(1)
    void on(ShipmentHandedOver handedOver) {
        orders.noteShipmentStatus(
                handedOver.orderNumber(), handedOver.attempt(), ShipmentStatus.IN_TRANSIT.name(), handedOver.at());
    }

    @EventListener
    void on(ShipmentProgressed progressed) {
        orders.noteShipmentStatus(
                progressed.orderNumber(),
                progressed.attempt(),
                progressed.status().name(),
                progressed.at());
    }

    @EventListener
    @Order(1)
    void on(ShipmentDelivered delivered) {
        orders.noteShipmentStatus(
                delivered.orderNumber(), delivered.attempt(), ShipmentStatus.DELIVERED.name(), delivered.at());
    }

    @EventListener
    @Order(1)
    void on(ShipmentFailed failed) {
        orders.noteShipmentStatus(failed.orderNumber(), failed.attempt(), failed.kind(), failed.at());
    }

    @EventListener
    void on(ShipmentCancelled cancelled) {
        orders.noteShipmentCancelled(cancelled.orderNumber(), cancelled.attempt());
    }
}
