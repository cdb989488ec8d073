package io.orderflow.notification;

import io.orderflow.shared.OrderNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The repository of messages. It uses plain SQL, because rows are inserted once, marked as sent in batches, and never
 * changed otherwise.
 */
@Repository
class Notifications {

    private final JdbcTemplate jdbc;

    Notifications(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts a message unless it is stored already, with one statement. The sub-query takes its values from the new
     * row, because H2 caches the result of a sub-query that depends on no row, even if this transaction has inserted
     * the message since.
     */
    void keep(CustomerMessage message, String language, String subject, String body, Instant now) {
        jdbc.update(
                """
                insert into notification
                (order_number, topic, occasion, customer_id, locale, subject, body, created_at)
                select * from (select cast(? as varchar(64)) as order_number, cast(? as varchar(60)) as topic,
                cast(? as integer) as occasion, cast(? as varchar(255)) as customer_id, cast(? as varchar(2)) as locale,
                cast(? as varchar(300)) as subject, cast(? as varchar(4000)) as body,
                cast(? as timestamp(3) with time zone) as created_at) told
                where not exists (select 1 from notification kept where kept.order_number = told.order_number
                and kept.topic = told.topic and kept.occasion = told.occasion)""",
                message.order().value(),
                message.topic(),
                message.occasion(),
                message.customer().value(),
                language,
                subject,
                body,
                inUtc(now));
    }

    List<Notification> ofOrder(OrderNumber order) {
        return jdbc.query(
                "select * from notification where order_number = ? order by created_at, topic, occasion",
                (row, number) -> asNotification(row),
                order.value());
    }

    /**
     * Locks and returns up to the given number of unsent messages, oldest first, without those that another node sends.
     */
    List<Notification> lockUnsent(int most) {
        return jdbc.query("""
                select * from notification where sent_at is null order by created_at
                fetch first ? rows only for update skip locked""", (row, number) -> asNotification(row), most);
    }

    /** Marks messages as sent, all with one statement. */
    void stampSent(List<Notification> sent, Instant now) {
        jdbc.update(
                """
                update notification set sent_at = ? where sent_at is null and (order_number, topic, occasion) in
                (select s.order_number, s.topic, s.occasion from unnest(cast(? as varchar(64) array),
                cast(? as varchar(60) array), cast(? as integer array)) s(order_number, topic, occasion))""",
                inUtc(now),
                array("varchar", sent, it -> it.orderNumber().value()),
                array("varchar", sent, Notification::topic),
                array("integer", sent, Notification::occasion));
    }

    private static SqlArrayValue array(String type, List<Notification> rows, Function<Notification, Object> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }

    private static Notification asNotification(ResultSet row) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new Notification(
                new OrderNumber(row.getString("order_number")),
                row.getString("topic"),
                row.getInt("occasion"),
                row.getString("locale"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }

    private static OffsetDateTime inUtc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
