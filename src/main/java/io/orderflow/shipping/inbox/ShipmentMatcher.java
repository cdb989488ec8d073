package io.orderflow.shipping.inbox;

import io.orderflow.shipping.ShipmentTracking;
import io.orderflow.shipping.Shipments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Finds the shipment that a carrier speaks of: by tracking number, else the order's newest one of that time. */
@Component
class ShipmentMatcher {

    private final Shipments shipments;

    ShipmentMatcher(Shipments shipments) {
        this.shipments = shipments;
    }

    /** Locks and returns the shipment; empty when none has been booked yet. */
    Optional<ShipmentTracking> lock(CarrierEvent event) {
        return event.trackingNumber()
                .flatMap(shipments::lockByTrackingNumber)
                .or(() -> event.orderNumber().flatMap(order -> lockPresent(order, event.happenedAt())));
    }

    /**
     * News that names only the order, or a parcel that we do not know, and is older than the booking of a repeated
     * attempt is about an earlier one. Carriers may count in whole seconds.
     */
    private Optional<ShipmentTracking> lockPresent(String orderNumber, Instant at) {
        return shipments.lockNewestOf(
                orderNumber, at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1), Limit.of(1));
    }

    /** Whether the event names another order than the one its tracking number belongs to. */
    static boolean isContradicted(ShipmentTracking shipment, CarrierEvent event) {
        return event.orderNumber()
                .filter(named -> !named.equals(shipment.order().value()))
                .isPresent();
    }
}
