package io.orderflow.order.numbers;

import io.orderflow.order.OrderSettings;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.incrementer.AbstractSequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;

/** Creates the source of order numbers that {@code orders.number-strategy} chooses. */
@Configuration(proxyBeanMethods = false)
class OrderNumbersConfiguration {

    private static final String SEQUENCE = "order_number_sequence";

    @Bean
    OrderNumbers orderNumbers(
            OrderSettings settings, Clock clock, DataSource database, DataSourceProperties connection) {
        return switch (settings.numberStrategy()) {
            case RANDOM -> new RandomOrderNumbers(clock);
            case UUID -> () -> new OrderNumber("ORD-" + UUID.randomUUID());
            case SNOWFLAKE -> new SnowflakeOrderNumbers(clock, settings.nodeId());
            case SEQUENCE ->
                new DailyOrderNumbers(
                        sequenceOf(database, connection.determineUrl()), JdbcClient.create(database), clock);
        };
    }

    private static AbstractSequenceMaxValueIncrementer sequenceOf(DataSource database, String url) {
        return DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.POSTGRESQL
                ? new PostgresSequenceMaxValueIncrementer(database, SEQUENCE)
                : new H2SequenceMaxValueIncrementer(database, SEQUENCE);
    }
}
