package io.orderflow.shipping.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.DecidedTable;
import io.orderflow.DecidedTable.Cell;
import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.inbox.CarrierEvent.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a carrier's message means for its parcel: each cell of the table in ADR 31. */
class ParcelTableIntegrationTests extends ShippingScenario {

    static Stream<Arguments> cells() {
        return DecidedTable.cells("0031-when-carriers-contradict-themselves.md", "the parcel is").stream()
                .flatMap(cell -> Stream.of(Arguments.of(cell, true), Arguments.of(cell, false)));
    }

    @ParameterizedTest(name = "{0}, later {1}")
    @MethodSource("cells")
    void messageMeansWhatTheTableSays(Cell cell, boolean later) {
        ShipmentStatus before = ShipmentStatus.valueOf(cell.row());
        CarrierEventType told = CarrierEventType.of("shipment." + cell.column()).orElseThrow();
        bring(before);

        String first = tell(told.wireName(), later ? 0 : -20);
        String again = tell(told.wireName(), later ? 0 : -20);

        String[] says = cell.says().split(" / ");
        Outcome expected = switch (later ? says[0] : says[says.length - 1]) {
            case "moves" -> Outcome.APPLIED;
            case "contradicts" -> Outcome.NOTED;
            case "known" -> Outcome.IGNORED;
            default -> throw new IllegalArgumentException("no word of the table: " + cell);
        };
        assertThat(outcome(first)).isEqualTo(expected);
        assertThat(outcome(again)).as("told again").isEqualTo(Outcome.IGNORED);
        assertThat(status())
                .isEqualTo(expected == Outcome.APPLIED ? told.status().orElseThrow() : before);
    }

    private void bring(ShipmentStatus to) {
        shipping.book(order, 1);
        switch (to) {
            case BOOKED -> {}
            case IN_TRANSIT -> tell("shipment.in_transit", -10);
            case OUT_FOR_DELIVERY -> tell("shipment.out_for_delivery", -10);
            case DELIVERED -> tell("shipment.delivered", -10);
            case FAILED -> tell("shipment.failure", -10);
            case RETURN_TO_SENDER -> tell("shipment.return_to_sender", -10);
            case CANCELLED -> shipping.cancel(order);
        }
        assertThat(status()).isEqualTo(to);
    }
}
