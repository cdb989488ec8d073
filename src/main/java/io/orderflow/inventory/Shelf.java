package io.orderflow.inventory;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The repository of the counts of pieces on hand and of reserved pieces. One statement changes the counts of all
 * products of an order, by the pieces of the order's lines; their rows must be locked. The database refuses impossible
 * counts.
 */
@Repository
class Shelf {

    private static final String MOVE = """
            update product p set (on_hand, reserved) = (select p.on_hand + %s, p.reserved + %s
            from reservation_line l where l.order_number = ? and l.sku = p.sku) where p.sku = any(?)""";
    private static final String RESERVE = MOVE.formatted("0", "l.quantity");
    private static final String TAKE_OUT = MOVE.formatted("-l.quantity", "-l.quantity");
    private static final String GIVE_BACK = MOVE.formatted(
            "case l.status when 'CONFIRMED' then l.quantity - l.returned else 0 end",
            "case l.status when 'HELD' then -l.quantity else 0 end");

    private final JdbcTemplate jdbc;

    Shelf(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reserves available pieces for the order. */
    void reserve(OrderNumber order, Collection<Sku> skus) {
        jdbc.update(RESERVE, order.value(), Skus.array(skus));
    }

    /** Takes the order's reserved pieces off the shelf. */
    void takeOut(OrderNumber order, Collection<Sku> skus) {
        jdbc.update(TAKE_OUT, order.value(), Skus.array(skus));
    }

    /** Frees the order's held pieces, and puts its confirmed pieces that have not come back on the shelf. */
    void giveBack(OrderNumber order, Collection<Sku> skus) {
        jdbc.update(GIVE_BACK, order.value(), Skus.array(skus));
    }

    /** Frees the given number of reserved pieces of each product. */
    void free(Map<Sku, Long> pieces) {
        change("update product set reserved = reserved - ? where sku = ?", pieces);
    }

    /** Puts the given number of pieces of each product on the shelf. */
    void putBack(Map<Sku, Long> pieces) {
        change("update product set on_hand = on_hand + ? where sku = ?", pieces);
    }

    private void change(String sql, Map<Sku, Long> pieces) {
        jdbc.batchUpdate(
                sql,
                pieces.entrySet().stream()
                        .map(one -> new Object[] {one.getValue(), one.getKey().value()})
                        .toList());
    }
}
