package io.orderflow.shipping.inbox;

import io.orderflow.DatabaseTest;
import io.orderflow.TestClock;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.Shipment;
import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.ShippingService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of shipping say: an order, a carrier that tells things, and what was heard of it. */
@DatabaseTest
@ContextConfiguration(classes = ShippingServiceIntegrationTests.Module.class)
@TestPropertySource(properties = "orders.shipping.simulated.auto-progress=true")
abstract class ShippingScenario {

    @Autowired
    ShippingService shipping;

    @Autowired
    CarrierInbox inbox;

    @Autowired
    CarrierEvents events;

    @Autowired
    TestClock clock;

    @Autowired
    Listener listener;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transactions;

    final OrderNumber order = new OrderNumber("ORD-" + UUID.randomUUID());

    @BeforeEach
    void hearNothingYet() {
        listener.reset();
    }

    @AfterEach
    void stopSimulatedParcels() {
        shipping.cancel(order);
    }

    Shipment book(int attempt) {
        shipping.book(order, attempt);
        return shipping.ofOrder(order).get(attempt - 1);
    }

    List<Object> heard() {
        return listener.heard();
    }

    ShipmentStatus status() {
        List<Shipment> shipments = shipping.ofOrder(order);
        return shipments.get(shipments.size() - 1).status();
    }

    /** A message that names the order alone, about something that happened so many seconds from now; returns its id. */
    String tell(String type, long seconds) {
        return tell(type, seconds, null);
    }

    /**
     * A message that names order and parcel, about something that happened so many seconds from now; returns its id.
     */
    String tell(String type, long seconds, String trackingNumber) {
        String id = "msg_" + UUID.randomUUID();
        inbox.receive(message(id, id, type, seconds, trackingNumber));
        return id;
    }

    CarrierMessage message(String webhookId, String eventId, String type, long seconds, String trackingNumber) {
        return new CarrierMessage(
                webhookId,
                type,
                "cj",
                eventId,
                trackingNumber,
                order.value(),
                "in the carrier's words",
                clock.instant().plusSeconds(seconds));
    }

    CarrierEvent.Outcome outcome(String webhookId) {
        return events.find(webhookId).orElseThrow().outcome();
    }
}
