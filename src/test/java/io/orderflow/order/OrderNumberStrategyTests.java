package io.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which order numbers the setting {@code orders.number-strategy} chooses. */
class OrderNumberStrategyTests {

    private static final String URL = "jdbc:h2:mem:order-number-strategy;DB_CLOSE_DELAY=-1";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

    private final DataSource database = new DriverManagerDataSource(URL, "sa", "");

    @BeforeEach
    void createSequence() {
        new JdbcTemplate(database).execute("create sequence order_number_sequence");
    }

    @AfterEach
    void closeDatabase() {
        new JdbcTemplate(database).execute("shutdown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "random    | ORD-20261101-[0-9A-Z]{8}",
        "uuid      | [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        "snowflake | ORD-[0-9]{18,19}",
        "sequence  | ORD-000000000[1-2]"})
    void settingChoosesTheShapeOfNumbers(String strategy, String shape) {
        OrderNumbers numbers = numbers(Map.of("orders.number-strategy", strategy));

        assertThat(numbers.next().value()).matches(shape);
        assertThat(numbers.next().value()).matches(shape);
    }

    @Test
    void snowflakeCarriesTheNodeOfTheSetting() {
        OrderNumbers numbers = numbers(Map.of("orders.number-strategy", "snowflake", "orders.node-id", "7"));

        long number = Long.parseLong(numbers.next().value().substring("ORD-".length()));

        assertThat(number >>> 12 & 1023).isEqualTo(7);
    }

    @Test
    void sequenceCounts() {
        OrderNumbers numbers = numbers(Map.of("orders.number-strategy", "sequence"));

        assertThat(numbers.next().value()).isEqualTo("ORD-0000000001");
        assertThat(numbers.next().value()).isEqualTo("ORD-0000000002");
    }

    private OrderNumbers numbers(Map<String, String> properties) {
        OrderSettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("orders", OrderSettings.class);
        DataSourceProperties connection = new DataSourceProperties();
        connection.setUrl(URL);
        return new OrderNumbersConfiguration().orderNumbers(settings, CLOCK, database, connection);
    }
}
