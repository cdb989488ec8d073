package io.orderflow.shipping;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Finds the shipment that a carrier speaks of: by tracking number, else the order's newest one. */
@Component
class ShipmentOfEvent {

    private final Shipments shipments;

    ShipmentOfEvent(Shipments shipments) {
        this.shipments = shipments;
    }

    /** Locks and returns the shipment; empty when none has been booked yet. */
    Optional<TrackedShipment> lock(CarrierEvent event) {
        return event.trackingNumber().flatMap(shipments::lockByTrackingNumber)
                .or(() -> event.orderNumber().flatMap(this::lockNewest));
    }

    private Optional<TrackedShipment> lockNewest(String orderNumber) {
        return shipments.lockNewestOf(orderNumber, Limit.of(1));
    }

    /** Whether the event names another order than the one its tracking number belongs to. */
    static boolean isContradicted(TrackedShipment shipment, CarrierEvent event) {
        return event.orderNumber().filter(named -> !named.equals(shipment.order().value())).isPresent();
    }

    /**
     * Whether the event can be about this attempt, which has not ended and is therefore the order's present one: news that
     * names only the order and is older than the booking of a repeated attempt is about an earlier one. Carriers may count in
     * whole seconds.
     */
    static boolean isCurrent(TrackedShipment shipment, CarrierEvent event) {
        return event.trackingNumber().isPresent() || shipment.attempt() == 1
                || !event.happenedAt().isBefore(shipment.bookedAt().truncatedTo(ChronoUnit.SECONDS));
    }
}
