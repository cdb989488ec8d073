package io.orderflow.shipping;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
        List<TrackedShipment> all = shipments.lockAllOf(orderNumber);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether the event names another order than the one its tracking number belongs to. */
    boolean isContradicted(TrackedShipment shipment, CarrierEvent event) {
        return event.orderNumber().filter(named -> !named.equals(shipment.order().value())).isPresent();
    }

    /**
     * Whether the event is about the order's present attempt. An earlier attempt's parcel moves the order no more; news
     * that names only the order and is older than the booking of a repeated attempt is about an earlier one. Carriers
     * may count in whole seconds.
     */
    boolean isCurrent(TrackedShipment shipment, CarrierEvent event) {
        if (event.trackingNumber().isPresent()) {
            return shipment.attempt() == shipments.lastAttempt(shipment.order().value());
        }
        return shipment.attempt() == 1
                || !event.happenedAt().isBefore(shipment.bookedAt().truncatedTo(ChronoUnit.SECONDS));
    }
}
