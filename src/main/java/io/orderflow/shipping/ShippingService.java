package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ShippingAddress;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books and cancels the shipments of orders. No parameter or result is ever null. */
@Service
public class ShippingService {

    private final Carrier carrier;
    private final Shipments shipments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShippingService(Carrier carrier, Shipments shipments, ApplicationEventPublisher events, Clock clock) {
        this.carrier = carrier;
        this.shipments = shipments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Books the parcel that the order needs now, as its next attempt. While one is open that is the one, so a repeated call
     * returns it and publishes nothing.
     *
     * @param address where the parcel goes; given to the carrier, not kept
     * @return the shipment, {@code BOOKED} when it is new
     */
    @Transactional
    public Shipment book(OrderNumber order, ShippingAddress address) {
        List<TrackedShipment> earlier = shipments.lockAllOf(order.value());
        return earlier.stream().filter(TrackedShipment::isOpen).findFirst()
                .orElseGet(() -> bookAfter(earlier, order, nextAfter(earlier), address)).asShipment();
    }

    private static int nextAfter(List<TrackedShipment> earlier) {
        return earlier.stream().mapToInt(TrackedShipment::attempt).max().orElse(0) + 1;
    }

    /**
     * Books one attempt to bring an order to its customer and publishes {@link ShipmentBooked}. A repeated call for the
     * same order and attempt, whatever its address, returns the shipment of the first one and publishes nothing; of two
     * first calls at once one fails in its transaction, and finds the other's shipment when repeated.
     *
     * @param order the order
     * @param attempt 1 for the first shipment of the order, then one more each time
     * @param address where the parcel goes; given to the carrier, not kept
     * @return the shipment, {@code BOOKED} when it is new
     * @throws IllegalArgumentException when the attempt is less than 1, or new but not after all earlier ones
     */
    @Transactional
    public Shipment book(OrderNumber order, int attempt, ShippingAddress address) {
        List<TrackedShipment> earlier = shipments.lockAllOf(order.value());
        return earlier.stream().filter(shipment -> shipment.isAttempt(attempt)).findFirst()
                .orElseGet(() -> bookAfter(earlier, order, attempt, address)).asShipment();
    }

    private TrackedShipment bookAfter(List<TrackedShipment> earlier, OrderNumber order, int attempt,
            ShippingAddress address) {
        if (attempt < 1 || earlier.stream().anyMatch(shipment -> shipment.attempt() > attempt)) {
            throw new IllegalArgumentException("not the next attempt to ship order " + order + ": " + attempt);
        }
        String trackingNumber = carrier.book(TrackedShipment.referenceOf(order, attempt), address);
        TrackedShipment shipment = shipments.save(new TrackedShipment(order, attempt, carrier.name(), trackingNumber,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        events.publishEvent(new ShipmentBooked(order, attempt, carrier.name(), trackingNumber));
        return shipment;
    }

    /**
     * Cancels every shipment of the order that has not ended, and asks the carrier to stop or recall the parcels, also one
     * that it may have booked while its answer never came. What the carrier tells about them later is recorded and moves
     * nothing. Publishes {@link ShipmentCancelled} for each. Without an open shipment, or repeated: no effect.
     */
    @Transactional
    public void cancel(OrderNumber order) {
        List<TrackedShipment> known = shipments.lockAllOf(order.value());
        known.stream().filter(TrackedShipment::isOpen).forEach(shipment -> {
            shipment.cancel();
            carrier.cancel(shipment.reference());
            events.publishEvent(new ShipmentCancelled(order, shipment.attempt()));
        });
        carrier.cancel(TrackedShipment.referenceOf(order, nextAfter(known)));
    }

    /** How many times the order has been booked for shipping; 0 when never. */
    @Transactional(readOnly = true)
    public int attempts(OrderNumber order) {
        return shipments.lastAttempt(order.value());
    }

    /** What the carrier said with the latest news of the order's last parcel; empty when it said nothing. */
    @Transactional(readOnly = true)
    public Optional<String> latestWords(OrderNumber order) {
        List<TrackedShipment> all = shipments.findByOrderNumberOrderByAttempt(order.value());
        return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.get(all.size() - 1).statusDetail());
    }

    /** All shipments of the order, first attempt first; empty when it has never been booked. */
    @Transactional(readOnly = true)
    public List<Shipment> ofOrder(OrderNumber order) {
        return shipments.findByOrderNumberOrderByAttempt(order.value()).stream().map(TrackedShipment::asShipment).toList();
    }
}
