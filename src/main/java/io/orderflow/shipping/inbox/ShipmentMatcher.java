package io.orderflow.shipping.inbox;

import io.orderflow.shipping.ShipmentTracking;
import io.orderflow.shipping.Shipments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Finds the shipment of a carrier event: by its tracking number, or else the order's newest shipment at that time. */
@Component
class ShipmentMatcher {

    private final Shipments shipments;

    ShipmentMatcher(Shipments shipments) {
        this.shipments = shipments;
    }

    /** Locks and returns the shipment; empty if none is booked yet. */
    Optional<ShipmentTracking> lock(CarrierEvent event) {
        return event.trackingNumber()
                .flatMap(shipments::lockByTrackingNumber)
                .or(() -> event.orderNumber().flatMap(order -> lockPresent(order, event.happenedAt())));
    }

    /**
     * Locks the newest attempt that was booked when the event happened: an older event is about an earlier attempt. A
     * second is added, because carriers may tell whole seconds only.
     */
    private Optional<ShipmentTracking> lockPresent(String orderNumber, Instant at) {
        return shipments.lockNewestOf(
                orderNumber, at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1), Limit.of(1));
    }

    /** Whether the event names another order than that of its tracking number. */
    static boolean isContradicted(ShipmentTracking shipment, CarrierEvent event) {
        return event.orderNumber()
                .filter(named -> !named.equals(shipment.order().value()))
                .isPresent();
    }
}
