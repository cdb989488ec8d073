package io.orderflow.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TrackedShipmentTests {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private final TrackedShipment shipment =
            new TrackedShipment(new OrderNumber("ORD-1234"), 1, "manual", "MAN-ORD-1234-1", NOON);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"BOOKED", "CANCELLED"})
    void goesFromBookedToWhateverTheCarrierTells(ShipmentStatus next) {
        shipment.move(next, NOON, null);

        assertThat(shipment.asShipment().status()).isEqualTo(next);
        assertThat(shipment.isHandedOver()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "FAILED", "RETURN_TO_SENDER"})
    void staysWhereItEnded(ShipmentStatus end) {
        shipment.move(end, NOON, null);

        for (ShipmentStatus next : ShipmentStatus.values()) {
            assertThat(shipment.isMovedBy(next, NOON.plusSeconds(1))).isFalse();
        }
        assertThatIllegalStateException().isThrownBy(shipment::cancel);
    }

    @Test
    void isMovedByRankAndNotByArrival() {
        shipment.move(ShipmentStatus.OUT_FOR_DELIVERY, NOON, null);

        assertThat(shipment.isMovedBy(ShipmentStatus.IN_TRANSIT, NOON.plusSeconds(9))).isFalse();
        assertThat(shipment.isMovedBy(ShipmentStatus.OUT_FOR_DELIVERY, NOON.plusSeconds(9))).isFalse();
        assertThat(shipment.isMovedBy(ShipmentStatus.DELIVERED, NOON.minusSeconds(9))).isTrue();
    }

    @Test
    void isNotFailedByOldNews() {
        shipment.move(ShipmentStatus.OUT_FOR_DELIVERY, NOON, null);

        assertThat(shipment.isMovedBy(ShipmentStatus.FAILED, NOON.minusSeconds(1))).isFalse();
        assertThat(shipment.isMovedBy(ShipmentStatus.FAILED, NOON)).isTrue();
        assertThat(shipment.isMovedBy(ShipmentStatus.RETURN_TO_SENDER, NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void doesNotMoveOnceCancelled() {
        shipment.cancel();

        assertThatIllegalStateException().isThrownBy(() -> shipment.move(ShipmentStatus.DELIVERED, NOON, null));
        assertThatIllegalStateException().isThrownBy(shipment::cancel);
        assertThatIllegalStateException().isThrownBy(() -> shipment.scheduleStep(NOON, Duration.ofSeconds(2)));
    }
}
