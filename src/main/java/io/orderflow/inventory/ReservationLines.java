package io.orderflow.inventory;

import io.orderflow.inventory.ReservationLine.Status;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The repository of reservation lines. One statement changes all lines of an order. Lines are changed only while the
 * products' rows are locked.
 */
@Repository
class ReservationLines {

    private static final String ALL = "select l.* from reservation_line l ";
    /**
     * The sub-query takes the order from the new row, because H2 may cache the result of a sub-query that depends on no
     * row.
     */
    private static final String HOLD = """
            insert into reservation_line (order_number, sku, quantity, status, expires_at)
            select w.order_number, w.sku, w.quantity, 'HELD', w.expires_at
            from (select cast(? as varchar(64)) as order_number, u.sku, u.quantity,
                cast(? as timestamp(3) with time zone) as expires_at
                from unnest(cast(? as varchar(40) array), cast(? as bigint array)) u(sku, quantity)) w
            where not exists (select 1 from reservation_line l where l.order_number = w.order_number)""";

    private static final String CONFIRM = """
            update reservation_line l set status = 'CONFIRMED' where l.order_number = ? and l.status = 'HELD'
            and not exists (select 1 from reservation_line o where o.order_number = l.order_number and o.status <> 'HELD')""";

    private final JdbcTemplate jdbc;

    ReservationLines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean exist(OrderNumber order) {
        return !of(order).isEmpty();
    }

    /** Returns the lines of an order, in SKU order. */
    List<ReservationLine> of(OrderNumber order) {
        return jdbc.query(ALL + "where l.order_number = ? order by l.sku", ReservationLines::asLine, order.value());
    }

    /** Returns the held lines of expired reservations, those that expired longest ago first. */
    List<ReservationLine> expired(Collection<Sku> skus, Instant now) {
        return jdbc.query(ALL + """
                where l.sku = any(?) and l.status = 'HELD' and l.expires_at <= ?
                order by l.expires_at, l.order_number""", ReservationLines::asLine, Skus.array(skus), now.atOffset(ZoneOffset.UTC));
    }

    /** Inserts the lines of an order; returns false, and inserts nothing, if it has lines already. */
    boolean hold(OrderNumber order, SortedMap<Sku, Long> pieces, Instant expiresAt) {
        return jdbc.update(
                        HOLD,
                        order.value(),
                        expiresAt.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC),
                        Skus.array(pieces.keySet()),
                        new SqlArrayValue("bigint", pieces.values().toArray()))
                > 0;
    }

    /** Confirms the lines of an order; returns false, and changes nothing, unless all of them are held. */
    boolean confirm(OrderNumber order) {
        return jdbc.update(CONFIRM, order.value()) > 0;
    }

    /** Marks held lines as lapsed, because another order gets their pieces. */
    void lapse(List<ReservationLine> lines) {
        jdbc.batchUpdate(
                "update reservation_line set status = 'LAPSED' where order_number = ? and sku = ?",
                lines.stream()
                        .map(line ->
                                new Object[] {line.order().value(), line.sku().value()})
                        .toList());
    }

    /** Changes the order's lines with one status to another status; returns how many. */
    int change(OrderNumber order, Status from, Status to) {
        return jdbc.update(
                "update reservation_line set status = ? where order_number = ? and status = ?",
                to.name(),
                order.value(),
                from.name());
    }

    /** Releases all lines of the order, except those that were written off. */
    void release(OrderNumber order) {
        jdbc.update("""
                update reservation_line set status = 'RELEASED'
                where order_number = ? and status in ('HELD', 'LAPSED', 'CONFIRMED')""", order.value());
    }

    /** Counts confirmed pieces that have come back. */
    void takeBack(OrderNumber order, List<TakenBack> goods) {
        jdbc.batchUpdate(
                "update reservation_line set returned = returned + ? where order_number = ? and sku = ?",
                goods.stream()
                        .map(one -> new Object[] {
                            one.quantity().pieces(), order.value(), one.sku().value()
                        })
                        .toList());
    }

    private static ReservationLine asLine(ResultSet row, int number) throws SQLException {
        return new ReservationLine(
                new OrderNumber(row.getString("order_number")),
                new Sku(row.getString("sku")),
                row.getLong("quantity"),
                row.getLong("returned"),
                Status.valueOf(row.getString("status")));
    }
}
