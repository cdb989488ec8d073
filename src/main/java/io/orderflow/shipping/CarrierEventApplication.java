package io.orderflow.shipping;

import io.orderflow.shipping.CarrierEvent.Outcome;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Applies one carrier event in one transaction: the event's row, then the shipment's, then whatever listeners lock. */
@Component
class CarrierEventApplication {

    private static final Logger log = LoggerFactory.getLogger(CarrierEventApplication.class);

    private final CarrierEvents inbox;
    private final ShipmentOfEvent shipmentOfEvent;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final ShippingProperties properties;
    private final Clock clock;

    CarrierEventApplication(CarrierEvents inbox, ShipmentOfEvent shipmentOfEvent, TransactionOperations transactions,
            ApplicationEventPublisher events, ShippingProperties properties, Clock clock) {
        this.inbox = inbox;
        this.shipmentOfEvent = shipmentOfEvent;
        this.transactions = transactions;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** Applies the event if it is pending and nobody else is at it; whatever goes wrong puts it off, and loses nothing. */
    void apply(String webhookId) {
        try {
            transactions.executeWithoutResult(status -> inbox.lockPending(webhookId).ifPresent(this::apply));
        } catch (RuntimeException e) {
            transactions.executeWithoutResult(status -> inbox.lockPending(webhookId).ifPresent(event -> {
                event.postpone(clock.instant());
                log.warn("Carrier event {} failed {} times, next try at {}: {}", webhookId, event.tries(),
                        event.nextTryAt(), e.toString());
                log.debug("Why carrier event {} failed", webhookId, e);
            }));
        }
    }

    private void apply(CarrierEvent event) {
        Optional<TrackedShipment> shipment = shipmentOfEvent.lock(event);
        if (shipment.isPresent()) {
            event.settle(applyTo(shipment.get(), event));
        } else if (event.isOlderThan(properties.unknownAfter(), clock.instant())) {
            event.settle(Outcome.UNKNOWN);
        } else {
            event.postpone(clock.instant());
        }
    }

    private Outcome applyTo(TrackedShipment shipment, CarrierEvent event) {
        if (shipment.isCancelled() || shipmentOfEvent.isContradicted(shipment, event)) {
            return Outcome.IGNORED;
        }
        return event.type().status().map(next -> move(shipment, next, event))
                .orElseGet(() -> takeBack(shipment, event));
    }

    private Outcome takeBack(TrackedShipment shipment, CarrierEvent event) {
        events.publishEvent(new GoodsReturned(shipment.order(), event.occurredAt()));
        return Outcome.APPLIED;
    }

    private Outcome move(TrackedShipment shipment, ShipmentStatus next, CarrierEvent event) {
        if (!shipment.isMovedBy(next, event.happenedAt()) || !shipmentOfEvent.isCurrent(shipment, event)) {
            return Outcome.IGNORED;
        }
        boolean handedOverBefore = shipment.isHandedOver();
        shipment.move(next, event.happenedAt(), event.statusDetail());
        if (!handedOverBefore) {
            events.publishEvent(new ShipmentHandedOver(shipment.order(), shipment.attempt(), event.occurredAt()));
        }
        publish(shipment, next, event);
        return Outcome.APPLIED;
    }

    private void publish(TrackedShipment shipment, ShipmentStatus status, CarrierEvent event) {
        var order = shipment.order();
        var at = event.occurredAt();
        switch (status) {
            case DELIVERED -> events.publishEvent(new ShipmentDelivered(order, shipment.attempt(), at));
            case FAILED, RETURN_TO_SENDER -> events.publishEvent(
                    new ShipmentFailed(order, shipment.attempt(), status.name(), event.statusDetail(), at));
            case OUT_FOR_DELIVERY -> events.publishEvent(
                    new ShipmentProgressed(order, shipment.attempt(), status, at));
            default -> { /* the hand-over has been published */ }
        }
    }
}
