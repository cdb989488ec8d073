package io.orderflow.order.aggregate;

import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The repository of audit trails. */
@Repository
public class OrderEvents {

    private static final String ADD = """
            insert into order_event
            (order_number, sequence, type, from_status, to_status, reason, actor, occurred_at, data) values\s""";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    OrderEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts all events with one statement. A batch could be several statements: PostgreSQL's driver turns three rows
     * into a statement for two and another for one.
     */
    void add(List<OrderEvent> events) {
        if (!events.isEmpty()) {
            jdbc.update(
                    ADD + String.join(", ", Collections.nCopies(events.size(), ROW)),
                    events.stream().flatMap(OrderEvents::columns).toArray());
        }
    }

    /** Returns the order's audit trail, oldest first. */
    public List<OrderEvent> trail(OrderNumber order) {
        return jdbc.query(
                "select * from order_event where order_number = ? order by sequence",
                OrderEvents::asEvent,
                order.value());
    }

    private static Stream<Object> columns(OrderEvent event) {
        return Stream.of(
                event.order().value(),
                event.sequence(),
                event.type().name(),
                name(event.from()),
                name(event.to()),
                name(event.reason()),
                event.actor().name(),
                event.occurredAt().atOffset(ZoneOffset.UTC),
                event.data());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static OrderEvent asEvent(ResultSet row, int number) throws SQLException {
        return new OrderEvent(
                new OrderNumber(row.getString("order_number")),
                row.getInt("sequence"),
                OrderEventType.valueOf(row.getString("type")),
                value(OrderStatus.class, row.getString("from_status")),
                value(OrderStatus.class, row.getString("to_status")),
                value(OrderReason.class, row.getString("reason")),
                new Actor(row.getString("actor")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("data"));
    }

    private static <T extends Enum<T>> @Nullable T value(Class<T> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
