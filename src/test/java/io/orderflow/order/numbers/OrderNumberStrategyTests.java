package io.orderflow.order.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.Together;
import io.orderflow.order.OrderSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
        new JdbcTemplate(database).execute("create table order_number_day (order_date date, first_number bigint)");
        new JdbcTemplate(database).execute("insert into order_number_day values ('1970-01-01', 1)");
    }

    @AfterEach
    void closeDatabase() {
        new JdbcTemplate(database).execute("shutdown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "random    | ORD-20261101-[0-9A-Z]{8}",
                "uuid      | ORD-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                "snowflake | ORD-[0-9]{18,19}",
                "sequence  | ORD-20261101-0000000[1-2]"
            })
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
    void sequenceCountsByDayInSeoul() {
        assertThat(daily("2026-11-01T14:59:59Z").next().value()).isEqualTo("ORD-20261101-00000001");
        assertThat(daily("2026-11-01T14:59:59Z").next().value()).isEqualTo("ORD-20261101-00000002");
        assertThat(daily("2026-11-01T15:00:00Z").next().value()).isEqualTo("ORD-20261102-00000001");
        assertThat(daily("2026-11-01T15:00:00Z").next().value()).isEqualTo("ORD-20261102-00000002");
    }

    @Test
    void sequenceGoesOnWithTheDayThatAnotherNodeHasBegun() {
        daily("2026-11-01T15:00:00Z").next();

        assertThat(daily("2026-11-01T14:59:59Z").next().value()).isEqualTo("ORD-20261102-00000002");
    }

    @Test
    void sequenceNumbersNoTwoOrdersAlikeHoweverManyBeginTheDay() throws Exception {
        OrderNumbers numbers = daily("2026-11-01T15:00:00Z");

        List<Object> drawn = Together.run(8, node -> () -> numbers.next().value());

        assertThat(drawn)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.toString().matches("ORD-20261102-000000[0-9]{2}"));
    }

    private OrderNumbers daily(String now) {
        return numbers(Map.of("orders.number-strategy", "sequence"), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private OrderNumbers numbers(Map<String, String> properties) {
        return numbers(properties, CLOCK);
    }

    private OrderNumbers numbers(Map<String, String> properties, Clock clock) {
        OrderSettings settings =
                new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("orders", OrderSettings.class);
        DataSourceProperties connection = new DataSourceProperties();
        connection.setUrl(URL);
        return new OrderNumbers(settings, clock, database, connection);
    }
}
