package io.orderflow.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.ShipmentTracking.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ShipmentTrackingTests {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private final ShipmentTracking shipment =
            new ShipmentTracking(new OrderNumber("ORD-1234"), 1, "manual", "MAN-ORD-1234-1", NOON);

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BOOKED", "CANCELLED"})
    void goesFromBookedToWhateverTheCarrierTells(ShipmentStatus next) {
        shipment.move(next, NOON, null);

        assertThat(shipment.asShipment().status()).isEqualTo(next);
        assertThat(shipment.isHandedOver()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "FAILED", "RETURN_TO_SENDER"})
    void isNotCalledOffOnceItEnded(ShipmentStatus end) {
        shipment.move(end, NOON, null);

        assertThatIllegalStateException().isThrownBy(shipment::cancel);
    }

    @Test
    void staysDeliveredWhateverIsTold() {
        shipment.move(ShipmentStatus.DELIVERED, NOON, null);

        for (ShipmentStatus next : ShipmentStatus.values()) {
            assertThat(shipment.verdict(next, NOON.plusSeconds(1))).isNotEqualTo(Verdict.MOVES);
        }
    }

    @Test
    void contradictionCountsOnce() {
        shipment.move(ShipmentStatus.DELIVERED, NOON, null);
        shipment.noteContradiction(ShipmentStatus.FAILED);

        assertThat(shipment.verdict(ShipmentStatus.FAILED, NOON.plusSeconds(9))).isEqualTo(Verdict.KNOWN);
        assertThat(shipment.verdict(ShipmentStatus.RETURN_TO_SENDER, NOON.plusSeconds(9)))
                .isEqualTo(Verdict.CONTRADICTS);
    }

    @Test
    void goodsWereBackOnlyAfterTheyCame() {
        assertThat(shipment.wasBackBefore(NOON)).isFalse();

        shipment.noteBack(NOON);
        shipment.noteBack(NOON.minusSeconds(9));

        assertThat(shipment.wasBackBefore(NOON)).isFalse();
        assertThat(shipment.wasBackBefore(NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void isMovedByRankAndNotByArrival() {
        shipment.move(ShipmentStatus.OUT_FOR_DELIVERY, NOON, null);

        assertThat(shipment.verdict(ShipmentStatus.IN_TRANSIT, NOON.plusSeconds(9)))
                .isEqualTo(Verdict.KNOWN);
        assertThat(shipment.verdict(ShipmentStatus.OUT_FOR_DELIVERY, NOON.plusSeconds(9)))
                .isEqualTo(Verdict.KNOWN);
        assertThat(shipment.verdict(ShipmentStatus.DELIVERED, NOON.minusSeconds(9)))
                .isEqualTo(Verdict.MOVES);
    }

    @Test
    void isNotFailedByOldNews() {
        shipment.move(ShipmentStatus.OUT_FOR_DELIVERY, NOON, null);

        assertThat(shipment.verdict(ShipmentStatus.FAILED, NOON.minusSeconds(1)))
                .isEqualTo(Verdict.KNOWN);
        assertThat(shipment.verdict(ShipmentStatus.FAILED, NOON)).isEqualTo(Verdict.MOVES);
        assertThat(shipment.verdict(ShipmentStatus.RETURN_TO_SENDER, NOON.plusSeconds(1)))
                .isEqualTo(Verdict.MOVES);
    }

    @Test
    void doesNotMoveOnceCancelled() {
        shipment.cancel();

        assertThatIllegalStateException().isThrownBy(() -> shipment.move(ShipmentStatus.DELIVERED, NOON, null));
        assertThatIllegalStateException().isThrownBy(shipment::cancel);
        assertThatIllegalStateException().isThrownBy(() -> shipment.scheduleStep(NOON, Duration.ofSeconds(2)));
    }
}
