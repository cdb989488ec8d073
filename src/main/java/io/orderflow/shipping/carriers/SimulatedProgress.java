package io.orderflow.shipping.carriers;

import io.orderflow.shipping.Shipment;
import io.orderflow.shipping.ShipmentBooked;
import io.orderflow.shipping.ShipmentTracking;
import io.orderflow.shipping.Shipments;
import io.orderflow.shipping.ShippingProperties;
import io.orderflow.shipping.inbox.CarrierEventType;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The progress of simulated parcels, which ship and arrive by themselves: it sends the messages of a real carrier to
 * the inbox. Their ids are made of the tracking number, so that a message of another node or after a restart counts as
 * a repeat.
 */
@Component
@ConditionalOnProperty("orders.shipping.simulated.auto-progress")
class SimulatedProgress {

    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 20;

    private final Shipments shipments;
    private final CarrierInbox inbox;
    private final TransactionOperations transactions;
    private final ShippingProperties properties;
    private final Clock clock;

    SimulatedProgress(
            Shipments shipments,
            CarrierInbox inbox,
            TransactionOperations transactions,
            ShippingProperties properties,
            Clock clock) {
        this.shipments = shipments;
        this.inbox = inbox;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void start(ShipmentBooked booked) {
        if (booked.carrier().equals(SimulatedCarrier.NAME)) {
            shipments
                    .findById(ShipmentTracking.referenceOf(booked.orderNumber(), booked.attempt()))
                    .orElseThrow()
                    .scheduleStep(now(), properties.simulated().step());
        }
    }

    /** Tells the next step of every parcel that is due for one. Safe to call at any time and on several nodes. */
    @Scheduled(fixedDelay = 1000)
    void advance() {
        boolean more = true;
        for (int batch = 0; more && batch < MOST_BATCHES; batch++) {
            List<CarrierMessage> messages =
                    transactions.execute(status -> shipments.lockDueSteps(now(), Limit.of(BATCH)).stream()
                            .map(this::advance)
                            .toList());
            messages.forEach(inbox::receive);
            more = messages.size() == BATCH;
        }
    }

    /**
     * Returns the next message of a parcel. While the last message is not applied, it is sent again with the same id.
     */
    private CarrierMessage advance(ShipmentTracking tracked) {
        Shipment shipment = tracked.asShipment();
        CarrierEventType next = next(tracked, shipment.trackingNumber());
        String id = "sim:" + shipment.trackingNumber() + ":" + next.name().toLowerCase(Locale.ROOT);
        tracked.scheduleStep(now(), properties.simulated().step());
        return new CarrierMessage(
                id,
                next.wireName(),
                shipment.carrier(),
                id,
                shipment.trackingNumber(),
                shipment.orderNumber().value(),
                next == CarrierEventType.FAILURE ? "address not found (simulated)" : null,
                now());
    }

    private static CarrierEventType next(ShipmentTracking tracked, String trackingNumber) {
        if (!tracked.isHandedOver()) {
            return CarrierEventType.IN_TRANSIT;
        }
        return SimulatedCarrier.failsToDeliver(trackingNumber) ? CarrierEventType.FAILURE : CarrierEventType.DELIVERED;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
