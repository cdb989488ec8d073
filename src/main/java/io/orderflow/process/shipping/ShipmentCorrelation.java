package io.orderflow.process.shipping;

import io.orderflow.order.OrderStatus;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.AwaitStep;
import io.orderflow.process.OrderCorrelation;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ReceiveTasks;
import io.orderflow.process.Told;
import io.orderflow.returns.OpenReturn;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.GoodsReturned;
import io.orderflow.shipping.ShipmentBooked;
import io.orderflow.shipping.ShipmentCancelled;
import io.orderflow.shipping.ShipmentContradicted;
import io.orderflow.shipping.ShipmentDelivered;
import io.orderflow.shipping.ShipmentFailed;
import io.orderflow.shipping.ShipmentHandedOver;
import io.orderflow.shipping.ShipmentProgressed;
import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.ShippingService;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The correlation of the last carrier events of a parcel, contradictions included, with the order's process and its
 * cases. It works in the transaction that records the event; the tables of ADR 31 say all of it. If a process that must
 * be told is suspended, the transaction fails and is repeated later.
 */
@Component
class ShipmentCorrelation {

    private final OrderCorrelation correlation;
    private final ReceiveTasks waits;
    private final OrderReading orders;
    private final OrderProgress progress;
    private final ReturnService returns;
    private final ShippingService shipping;
    private final ContradictionCases cases;

    ShipmentCorrelation(
            OrderCorrelation correlation,
            ReceiveTasks waits,
            OrderReading orders,
            OrderProgress progress,
            ReturnService returns,
            ShippingService shipping,
            ContradictionCases cases) {
        this.correlation = correlation;
        this.waits = waits;
        this.orders = orders;
        this.progress = progress;
        this.returns = returns;
        this.shipping = shipping;
        this.cases = cases;
    }

    @EventListener
    void on(ShipmentBooked booked) {
        progress.noteShipment(
                booked.orderNumber(),
                booked.attempt(),
                booked.carrier(),
                booked.trackingNumber(),
                ShipmentStatus.BOOKED.name());
    }

    @EventListener
    void on(ShipmentHandedOver handedOver) {
        note(handedOver.orderNumber(), handedOver.attempt(), ShipmentStatus.IN_TRANSIT.name(), handedOver.at());
        correlation.handedOver(handedOver.orderNumber(), handedOver.at());
    }

    @EventListener
    void on(ShipmentProgressed progressed) {
        note(progressed.orderNumber(), progressed.attempt(), progressed.status().name(), progressed.at());
    }

    @EventListener
    void on(ShipmentCancelled cancelled) {
        progress.noteShipmentCancelled(cancelled.orderNumber(), cancelled.attempt());
    }

    private void note(OrderNumber order, int attempt, String status, Instant told) {
        progress.noteShipmentStatus(order, attempt, status, told);
    }

    @EventListener
    void on(ShipmentDelivered delivered) {
        OrderNumber number = delivered.orderNumber();
        note(number, delivered.attempt(), ShipmentStatus.DELIVERED.name(), delivered.at());
        OrderReading.Facts order = orders.facts(number);
        boolean latest = order.shipments() == delivered.attempt();
        if (order.status() == OrderStatus.SHIP_FAILED) {
            correlation.deliveredAfterAll(number, delivered.at());
        } else if (latest && !delivered.givenUp() && waitsForParcel(order.status())) {
            received(number, delivered.at());
        }
        if (!counts(delivered, order.status(), latest)) {
            cases.deliveredAfterAll(number, delivered.attempt(), delivered.at());
        } else if (delivered.cameBack() && order.status() != OrderStatus.RETURNED && !returns.hasOpen(number)) {
            cases.notDeliveredAfterAll(number, delivered.attempt(), delivered.at());
        }
    }

    /** The parcel that the order waits for has arrived. */
    private void received(OrderNumber order, Instant at) {
        waits.end(AwaitStep.DELIVERY, order, OrderVariables.told(OrderVariables.DELIVERY, Told.DELIVERED, at));
    }

    private static boolean waitsForParcel(OrderStatus status) {
        return switch (status) {
            case CREATED, PAID, PROCESSING, SHIPPED -> true;
            default -> false;
        };
    }

    /** Returns whether the delivery fits the order: it waited for this parcel, or its goods were inspected later. */
    private boolean counts(ShipmentDelivered delivered, OrderStatus status, boolean latest) {
        return switch (status) {
            case CREATED, PAID, PROCESSING, SHIPPED -> latest && !delivered.givenUp();
            case SHIP_FAILED -> latest;
            case RETURNED ->
                returns.lastInspection(delivered.orderNumber())
                        .filter(delivered.at()::isBefore)
                        .isPresent();
            case COMPLETED, CANCELLED, REFUNDED, FAILED -> false;
        };
    }

    /**
     * Tells the process of a failed parcel. If the order does not wait for this parcel, nothing happens. If an earlier
     * parcel has arrived, the order counts as delivered.
     */
    @EventListener
    void on(ShipmentFailed failed) {
        OrderNumber number = failed.orderNumber();
        note(number, failed.attempt(), failed.kind().name(), failed.at());
        OrderReading.Facts order = orders.facts(number);
        if (order.status() != OrderStatus.SHIPPED || order.shipments() != failed.attempt()) {
            return;
        }
        if (failed.attempt() > 1 && hasArrived(number)) {
            received(number, failed.at());
        } else {
            givenUp(number, failed.kind().name(), failed.at());
        }
    }

    /** The carrier has given up the parcel that the order waits for. */
    private void givenUp(OrderNumber order, String kind, Instant at) {
        VariableMap told = OrderVariables.told(OrderVariables.DELIVERY, Told.FAILED, at);
        waits.end(AwaitStep.DELIVERY, order, told.putValue(OrderVariables.FAILURE_KIND, kind));
    }

    private boolean hasArrived(OrderNumber order) {
        return shipping.ofOrder(order).stream().anyMatch(parcel -> parcel.status() == ShipmentStatus.DELIVERED);
    }

    @EventListener
    void on(ShipmentContradicted contradicted) {
        OrderNumber number = contradicted.orderNumber();
        progress.noteCarrierEvent(
                number,
                Map.of("news", contradicted.told().name(), "attempt", contradicted.attempt()),
                contradicted.at());
        if (contradicted.told() == ShipmentStatus.DELIVERED) {
            cases.deliveredAfterAll(number, contradicted.attempt(), contradicted.at());
        } else if (orders.facts(number).status() == OrderStatus.COMPLETED
                && contradicted.told().isFinal()
                && !returns.hasOpen(number)) {
            cases.notDeliveredAfterAll(number, contradicted.attempt(), contradicted.at());
        }
    }

    /**
     * Tells the process of the return that its goods have come, or only notes it on the order if no return waits for
     * goods.
     */
    @EventListener
    void on(GoodsReturned returned) {
        returns.open(returned.orderNumber())
                .filter(ShipmentCorrelation::waitsForGoods)
                .ifPresentOrElse(
                        open -> {
                            correlation.goodsReturned(open.order());
                            returns.goodsCame(open.id());
                        },
                        () -> progress.noteCarrierEvent(
                                returned.orderNumber(), Map.of("news", "RETURN_RECEIVED"), returned.at()));
    }

    private static boolean waitsForGoods(OpenReturn open) {
        return open.stage() == OpenReturn.Stage.TO_DECIDE || open.stage() == OpenReturn.Stage.TO_RECEIVE;
    }
}
