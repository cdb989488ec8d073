package io.orderflow.order.numbers;

import io.orderflow.order.OrderSettings;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.incrementer.AbstractSequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;
import org.springframework.stereotype.Component;

/** Where order numbers come from; {@code orders.number-strategy} says which kind. */
@Component
public class OrderNumbers {

    private static final String SEQUENCE = "order_number_sequence";

    private final Supplier<OrderNumber> source;

    OrderNumbers(OrderSettings settings, Clock clock, DataSource database, DataSourceProperties connection) {
        source = switch (settings.numberStrategy()) {
            case RANDOM -> new RandomOrderNumbers(clock)::next;
            case UUID -> () -> new OrderNumber("ORD-" + UUID.randomUUID());
            case SNOWFLAKE -> new SnowflakeOrderNumbers(clock, settings.nodeId())::next;
            case SEQUENCE ->
                new DailyOrderNumbers(
                        sequenceOf(database, connection.determineUrl()), JdbcClient.create(database), clock)::next;
        };
    }

    /** A new number. Whether it is really free only the insert tells; a taken one is asked for again. */
    public OrderNumber next() {
        return source.get();
    }

    private static AbstractSequenceMaxValueIncrementer sequenceOf(DataSource database, String url) {
        return DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.POSTGRESQL
                ? new PostgresSequenceMaxValueIncrementer(database, SEQUENCE)
                : new H2SequenceMaxValueIncrementer(database, SEQUENCE);
    }
}
