package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.Statements;
import io.orderflow.TestClock;
import io.orderflow.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** A shop with low limits for its customers; each test finds them as if nothing had been done yet. */
@Import({TestClock.Configuration.class, Statements.class})
@TestPropertySource(
        properties = {
            "orders.limits.unpaid-orders=4",
            "orders.limits.unpaid-pieces=6",
            "orders.limits.writes-per-minute=30",
            "orders.limits.coupon-attempts=3",
            "orders.limits.idempotency-keys=5"
        })
abstract class OrderApiLimitTest extends OrderApiTest {

    static final int WRITES = 30;
    /** Those into which nothing is written but on somebody's demand. */
    private static final List<String> TABLES = List.of(
            "orders", "order_line", "reservation_line", "unpaid_tally", "idempotency_record", "act_hi_procinst");

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionOperations transactions;

    /** Everything unpaid has expired since the last test, and every allowance is full again. */
    @BeforeEach
    void letTimePass() {
        clock.goOn();
        clock.advance(Duration.ofDays(2));
    }

    List<String> placeDifferent(int orders) {
        return new ArrayList<>(
                Stream.generate(() -> place(product(1), 1)).limit(orders).toList());
    }

    List<Api.Answer> atOnce(int orders, IntFunction<ObjectNode> body) throws Exception {
        return Together.run(orders, i -> () -> alice.post("/api/orders", body.apply(i))).stream()
                .map(Api.Answer.class::cast)
                .toList();
    }

    Api keyed() {
        return alice.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    static void assertReplayed(Api.Answer answer, String number) {
        assertThat(answer.header("Idempotency-Replayed")).as(answer.body()).isEqualTo("true");
        assertThat(answer.text("/orderNumber")).isEqualTo(number);
    }

    /** Sends what changes nothing until it is refused; nothing fills up again while the clock stands. */
    void exhaustWrites() {
        clock.stop();
        for (int i = 0; alice.post("/api/orders", "{}").status() == 400; i++) {
            assertThat(i).isLessThan(WRITES);
        }
    }

    void forgetCountsIf(boolean first) {
        if (first) {
            transactions.executeWithoutResult(status -> database.update("delete from unpaid_tally"));
        }
    }

    List<Long> rows() {
        return transactions.execute(status -> TABLES.stream()
                .map(table -> database.queryForObject("select count(*) from " + table, Long.class))
                .toList());
    }
}
