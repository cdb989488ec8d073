package io.orderflow.shipping.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderflow.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What few events wait for is found among many that are settled. */
class CarrierEventIndexTests extends ShippingScenario {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            carrier_event_by_shipment | select count(*) from carrier_event where waits_for in ('a', 'b')
            carrier_event_by_shipment | update carrier_event set tries = 0 where waits_for in ('a', 'b')
            carrier_event_by_next_try | select * from carrier_event where next_try_at <= current_timestamp
            carrier_event_known | select count(*) from carrier_event where carrier = 'cj' and event_id = 'a' and coalesce(tracking_number, order_number, '') = 'b'
            """)
    void usesItsIndex(String index, String statement) {
        settleMany();

        String plan = String.join("\n", jdbc.queryForList("explain " + statement, String.class))
                .toLowerCase(Locale.ROOT);

        assertThat(plan).contains(index).doesNotContain("seq scan", "tablescan");
    }

    /** As PostgreSQL plans a statement that it has often been asked. */
    @Test
    void usesItsIndexWhateverTheValues() {
        assumeTrue(TestDatabase.isPostgres());
        settleMany();

        String plan = transactions.execute(status -> {
            jdbc.execute("set local plan_cache_mode = force_generic_plan");
            jdbc.execute("prepare early(text, text) as select count(*) from carrier_event where waits_for in ($1, $2)");
            List<String> lines = jdbc.queryForList("explain execute early('a', 'b')", String.class);
            jdbc.execute("deallocate early");
            return String.join("\n", lines);
        });

        assertThat(plan).contains("carrier_event_by_shipment").doesNotContain("Seq Scan");
    }

    @Test
    void nothingIsKeptForFindingWhatIsSettled() {
        shipping.book(order, 1);

        tell("shipment.in_transit", 0);
        tell("shipment.teleported", 0);

        assertThat(jdbc.queryForObject("""
                select count(*) from carrier_event
                where order_number = ? and (waits_for is not null or next_try_at is not null)""", Long.class, order.value())).isZero();
    }

    private void settleMany() {
        jdbc.batchUpdate(
                """
                insert into carrier_event (webhook_id, carrier, type, occurred_at, received_at, outcome, tries, version)
                values (?, 'cj', 'shipment.delivered', current_timestamp, current_timestamp, 'APPLIED', 0, 0)""",
                IntStream.range(0, 20_000)
                        .mapToObj(number -> new Object[] {"settled_" + order + number})
                        .toList());
        jdbc.execute("analyze");
    }

    @AfterEach
    void removeThem() {
        jdbc.update("delete from carrier_event where webhook_id like 'settled_%'");
    }
}
