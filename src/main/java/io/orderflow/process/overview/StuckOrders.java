package io.orderflow.process.overview;

import io.orderflow.process.overview.Stuck.StuckOrder;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The service that finds everything that waits. It reads our tables and the engine's, and changes nothing. */
@Service
class StuckOrders {

    /** The most orders that one kind lists. */
    static final int MOST_LISTED = 100;

    private final JdbcTemplate database;

    StuckOrders(JdbcTemplate database) {
        this.database = database;
    }

    /** Returns all kinds, each with what waits now; also those for which nothing waits. */
    @Transactional(readOnly = true)
    public List<Stuck> all() {
        return Arrays.stream(StuckKind.values()).map(this::of).toList();
    }

    /** Returns what waits of a kind: its sums by one statement, and its orders by another. */
    private Stuck of(StuckKind kind) {
        List<StuckOrder> orders = database.query(
                "select * from (%s) q order by since, order_number fetch first %d rows only"
                        .formatted(kind.query(), MOST_LISTED),
                (row, number) -> order(row));
        return database.queryForObject(
                "select count(*), coalesce(sum(amount), 0), min(since) from (%s) q".formatted(kind.query()),
                (row, number) -> new Stuck(
                        kind,
                        row.getLong(1),
                        new Money(row.getLong(2)),
                        Optional.ofNullable(row.getTimestamp(3))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        orders));
    }

    private static StuckOrder order(ResultSet row) throws SQLException {
        Optional<OrderNumber> order =
                Optional.ofNullable(row.getString("order_number")).map(OrderNumber::new);
        Instant since = row.getTimestamp("since").toInstant();
        return new StuckOrder(
                order.orElse(null),
                new Money(row.getLong("amount")),
                since,
                link(order, Optional.ofNullable(row.getString("process"))));
    }

    private static String link(Optional<OrderNumber> order, Optional<String> process) {
        return process.map("/camunda/app/cockpit/default/#/process-instance/"::concat)
                .or(() -> order.map("/api/orders/%s/timeline"::formatted))
                .orElse("/api/cases?state=OPEN");
    }
}
