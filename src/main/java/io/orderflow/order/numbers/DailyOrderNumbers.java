package io.orderflow.order.numbers;

import io.orderflow.order.OrderSettings;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;

/**
 * Order numbers that count the orders of a day: {@code ORD-yyyyMMdd-} (date in Asia/Seoul) and eight digits, from 1.
 * There is a gap if an order was not placed after all. A database sequence counts on without end, and a row stores its
 * value at the first order of the latest day.
 */
class DailyOrderNumbers {

    private record Day(LocalDate orderDate, long firstNumber) {}

    private final DataFieldMaxValueIncrementer sequence;
    private final JdbcClient database;
    private final Clock clock;

    DailyOrderNumbers(DataFieldMaxValueIncrementer sequence, JdbcClient database, Clock clock) {
        this.sequence = sequence;
        this.database = database;
        this.clock = clock;
    }

    /** Of the latest day that any node has begun: clocks differ around midnight. */
    public OrderNumber next() {
        long next = sequence.nextLongValue();
        Day latest = day(next);
        while (next < latest.firstNumber()) {
            next = sequence.nextLongValue(); // The last value was drawn before another node began the day.
        }
        return new OrderNumber("ORD-%s-%08d"
                .formatted(
                        latest.orderDate().format(DateTimeFormatter.BASIC_ISO_DATE), next - latest.firstNumber() + 1));
    }

    private Day day(long next) {
        LocalDate today = LocalDate.now(clock.withZone(OrderSettings.BUSINESS_ZONE));
        Day latest = latest();
        if (latest.orderDate().isBefore(today)) {
            database.sql("update order_number_day set order_date = ?, first_number = ? where order_date < ?")
                    .params(today, next, today)
                    .update();
            return latest();
        }
        return latest;
    }

    private Day latest() {
        return database.sql("select order_date, first_number from order_number_day")
                .query(Day.class)
                .single();
    }
}
