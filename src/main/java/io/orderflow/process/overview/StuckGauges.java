package io.orderflow.process.overview;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The gauges of what is stuck: {@code orders.stuck} and {@code orders.stuck.amount} (won), by kind. They are a minute
 * old at most, and every node shows those of all nodes.
 */
@Component
class StuckGauges {

    private final StuckOrders stuck;
    private final MultiGauge count;
    private final MultiGauge amount;

    StuckGauges(StuckOrders stuck, MeterRegistry meters) {
        this.stuck = stuck;
        this.count = MultiGauge.builder("orders.stuck")
                .description("What waits, by kind")
                .register(meters);
        this.amount = MultiGauge.builder("orders.stuck.amount")
                .description("What waits, by kind")
                .baseUnit("won")
                .register(meters);
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    void refresh() {
        List<Stuck> all = stuck.all();
        count.register(rows(all, Stuck::count), true);
        amount.register(rows(all, kind -> kind.amount().won()), true);
    }

    private static List<Row<?>> rows(List<Stuck> all, ToLongFunction<Stuck> value) {
        return all.stream()
                .<Row<?>>map(one -> Row.of(Tags.of("kind", one.kind().name()), value.applyAsLong(one)))
                .toList();
    }
}
