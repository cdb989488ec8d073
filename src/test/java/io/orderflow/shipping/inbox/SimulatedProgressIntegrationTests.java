package io.orderflow.shipping.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.shipping.Shipment;
import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.carriers.Simulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

class SimulatedProgressIntegrationTests extends ShippingScenario {

    private static final Duration STEP = Duration.ofSeconds(2);

    @Autowired
    BeanFactory application;

    @Test
    void shipsAfterOneStepAndArrivesAfterAnother() {
        shipping.book(order, 1);

        assertThat(statusAfter(Duration.ZERO)).isEqualTo(ShipmentStatus.BOOKED);
        assertThat(statusAfter(STEP)).isEqualTo(ShipmentStatus.IN_TRANSIT);
        assertThat(statusAfter(Duration.ZERO)).isEqualTo(ShipmentStatus.IN_TRANSIT);
        assertThat(statusAfter(STEP)).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(statusAfter(STEP)).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(heard()).hasSize(3);
    }

    @Test
    void tellsEachStepOnceWhileItIsNotApplied() {
        Shipment shipment = book(1);
        listener.failNext(1);

        for (int step = 0; step < 3; step++) {
            clock.advance(STEP);
            Simulation.advance(application);
        }

        assertThat(events.find("sim:" + shipment.trackingNumber() + ":in_transit"))
                .isPresent();
        assertThat(events.find("sim:" + shipment.trackingNumber() + ":delivered"))
                .isEmpty();
    }

    @Test
    void leavesCancelledParcelsAlone() {
        shipping.book(order, 1);
        shipping.cancel(order);

        assertThat(statusAfter(STEP)).isEqualTo(ShipmentStatus.CANCELLED);
    }

    @Test
    void goesOnFromWhereTheWebhookBroughtIt() {
        shipping.book(order, 1);
        tell("shipment.out_for_delivery", 0);

        assertThat(statusAfter(STEP)).isEqualTo(ShipmentStatus.DELIVERED);
    }

    private ShipmentStatus statusAfter(Duration passed) {
        clock.advance(passed);
        Simulation.advance(application);
        return status();
    }
}
