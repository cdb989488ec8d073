package io.orderflow.shipping.inbox;

import static org.awaitility.Awaitility.await;

import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.inbox.CarrierEvent.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The only test in which the background works by itself. */
@TestPropertySource(properties = "orders.background.enabled=true")
class ShippingJobsIntegrationTests extends ShippingScenario {

    @Test
    void appliesNewsByItself() {
        shipping.book(order, 1);

        tell("shipment.in_transit", 0);

        await().until(() -> status() == ShipmentStatus.IN_TRANSIT);
    }

    @Test
    void appliesEarlyNewsAsSoonAsTheShipmentIsBooked() {
        String early = tell("shipment.in_transit", 0);
        await().until(() -> events.find(early).orElseThrow().attempts() > 0);

        shipping.book(order, 1);

        await().until(() -> outcome(early) == Outcome.APPLIED);
    }

    @Test
    void movesSimulatedParcelsByItself() {
        shipping.book(order, 1);

        clock.advance(Duration.ofSeconds(2));
        await().until(() -> status() == ShipmentStatus.IN_TRANSIT);
        clock.advance(Duration.ofSeconds(2));
        await().until(() -> status() == ShipmentStatus.DELIVERED);
    }
}
