package io.orderflow.shipping.inbox;

import io.orderflow.shipping.GoodsReturned;
import io.orderflow.shipping.ShipmentContradicted;
import io.orderflow.shipping.ShipmentDelivered;
import io.orderflow.shipping.ShipmentFailed;
import io.orderflow.shipping.ShipmentHandedOver;
import io.orderflow.shipping.ShipmentProgressed;
import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.ShipmentTracking;
import io.orderflow.shipping.Shipments;
import io.orderflow.shipping.ShippingProperties;
import io.orderflow.shipping.inbox.CarrierEvent.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * The transaction that decides on a carrier event and applies it. It locks the shipment's row first; its listeners then
 * lock other rows.
 */
@Component
class CarrierEventApplication {

    private final CarrierEvents inbox;
    private final Shipments shipments;
    private final ApplicationEventPublisher events;
    private final ShippingProperties properties;
    private final Clock clock;

    CarrierEventApplication(
            CarrierEvents inbox,
            Shipments shipments,
            ApplicationEventPublisher events,
            ShippingProperties properties,
            Clock clock) {
        this.inbox = inbox;
        this.shipments = shipments;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Stores a message and applies it, or stores it as pending if its shipment is not booked yet. Returns false if the
     * message is known.
     */
    boolean take(CarrierMessage message) {
        CarrierEvent event = new CarrierEvent(message, clock.instant());
        Optional<ShipmentTracking> shipment = event.isPending() ? decide(event) : Optional.empty();
        boolean isNew = inbox.keep(event);
        if (isNew) {
            shipment.ifPresent(found -> act(found, event));
        }
        return isNew;
    }

    /** Applies a stored event, if it is pending and no other transaction is applying it. */
    void apply(String webhookId) {
        inbox.lockPending(webhookId).ifPresent(event -> decide(event).ifPresent(shipment -> act(shipment, event)));
    }

    /** Gives an event its outcome if its shipment is booked, and postpones it otherwise; returns the shipment. */
    private Optional<ShipmentTracking> decide(CarrierEvent event) {
        Instant now = clock.instant();
        Optional<ShipmentTracking> shipment = lockShipment(event);
        if (shipment.isPresent()) {
            event.settle(outcome(shipment.get(), event));
        } else if (event.isOlderThan(properties.unknownAfter(), now)) {
            event.settle(Outcome.UNKNOWN);
        } else {
            event.postpone(now);
        }
        return shipment;
    }

    /** Locks the shipment that the carrier speaks of; empty when none has been booked yet. */
    private Optional<ShipmentTracking> lockShipment(CarrierEvent event) {
        return event.trackingNumber()
                .flatMap(shipments::lockByTrackingNumber)
                .or(() -> event.orderNumber().flatMap(order -> lockPresent(order, event.happenedAt())));
    }

    /**
     * An event that names only the order, or a parcel that we do not know, and is older than the booking of a repeated
     * attempt is about an earlier one. Carriers may count in whole seconds.
     */
    private Optional<ShipmentTracking> lockPresent(String orderNumber, Instant at) {
        return shipments.lockNewestOf(
                orderNumber, at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1), Limit.of(1));
    }

    private static boolean namesAnotherOrder(ShipmentTracking shipment, CarrierEvent event) {
        return event.orderNumber()
                .filter(named -> !named.equals(shipment.order().value()))
                .isPresent();
    }

    private static Outcome outcome(ShipmentTracking shipment, CarrierEvent event) {
        if (namesAnotherOrder(shipment, event)) {
            return Outcome.IGNORED;
        }
        return event.type()
                .status()
                .map(next -> switch (shipment.verdict(next, event.happenedAt())) {
                    case MOVES -> Outcome.APPLIED;
                    case CONTRADICTS -> Outcome.NOTED;
                    case KNOWN -> Outcome.IGNORED;
                })
                .orElse(shipment.isCancelled() ? Outcome.IGNORED : Outcome.APPLIED);
    }

    private void act(ShipmentTracking shipment, CarrierEvent event) {
        switch (event.outcome()) {
            case APPLIED ->
                event.type().status().ifPresentOrElse(next -> move(shipment, next, event), () -> back(shipment, event));
            case NOTED -> contradict(shipment, event.type().status().orElseThrow(), event);
            default -> {
                /* The event changes nothing. */
            }
        }
    }

    private void back(ShipmentTracking shipment, CarrierEvent event) {
        shipment.noteBack(event.happenedAt());
        events.publishEvent(new GoodsReturned(shipment.order(), event.occurredAt()));
    }

    private void contradict(ShipmentTracking shipment, ShipmentStatus told, CarrierEvent event) {
        shipment.noteContradiction(told);
        events.publishEvent(new ShipmentContradicted(shipment.order(), shipment.attempt(), told, event.occurredAt()));
    }

    private void move(ShipmentTracking shipment, ShipmentStatus next, CarrierEvent event) {
        boolean handedOverBefore = shipment.isHandedOver();
        boolean givenUpBefore = shipment.hasFailed();
        shipment.move(next, event.happenedAt(), event.statusDetail());
        if (!handedOverBefore) {
            events.publishEvent(new ShipmentHandedOver(shipment.order(), shipment.attempt(), event.occurredAt()));
        }
        publish(shipment, next, givenUpBefore, event);
    }

    private void publish(ShipmentTracking shipment, ShipmentStatus status, boolean givenUpBefore, CarrierEvent event) {
        var order = shipment.order();
        var at = event.occurredAt();
        switch (status) {
            case DELIVERED ->
                events.publishEvent(new ShipmentDelivered(
                        order, shipment.attempt(), at, givenUpBefore, shipment.wasBackBefore(event.happenedAt())));
            case FAILED, RETURN_TO_SENDER ->
                events.publishEvent(new ShipmentFailed(order, shipment.attempt(), status, event.statusDetail(), at));
            case OUT_FOR_DELIVERY -> events.publishEvent(new ShipmentProgressed(order, shipment.attempt(), status, at));
            default -> {
                /* The hand-over was published before. */
            }
        }
    }
}
