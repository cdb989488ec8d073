package io.orderflow.inventory;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.support.PageableExecutionUtils.getPage;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The repository of products. A row is changed only while it is locked. Rows are locked in SKU order, which prevents
 * deadlocks.
 */
@Repository
class Products {

    private static final String ALL = "select p.sku, p.name, p.price, p.on_hand, p.reserved from product p ";
    private static final Map<String, String> COLUMNS = Map.of(
            "sku", "p.sku", "name", "p.name", "price", "p.price", "onHand", "p.on_hand", "reserved", "p.reserved");

    /** One statement for all products of an order; the pieces are those of its lines. */
    private static final String MOVE = """
            update product p set (on_hand, reserved) = (select p.on_hand + %s, p.reserved + %s
            from reservation_line l where l.order_number = ? and l.sku = p.sku) where p.sku = any(?)""";

    private static final String RESERVE = MOVE.formatted("0", "l.quantity");
    private static final String TAKE_OUT = MOVE.formatted("-l.quantity", "-l.quantity");
    private static final String GIVE_BACK = MOVE.formatted(
            "case l.status when 'CONFIRMED' then l.quantity - l.returned else 0 end",
            "case l.status when 'HELD' then -l.quantity else 0 end");

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    Products(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** Returns the products with these SKUs, in SKU order, and locks their rows until the transaction ends. */
    Map<Sku, StockItem> lock(Collection<Sku> skus) {
        return bySku(
                jdbc.sql(ALL + "where p.sku = any(?) order by p.sku for update").param(Skus.array(skus)));
    }

    /** Returns and locks one product; empty if there is none. */
    Optional<StockItem> lock(Sku sku) {
        return Optional.ofNullable(lock(List.of(sku)).get(sku));
    }

    /** Returns and locks the products of an order's reservation lines, which never change. */
    Map<Sku, StockItem> lockOf(OrderNumber order) {
        return bySku(jdbc.sql(ALL + """
                where p.sku in (select l.sku from reservation_line l where l.order_number = ? order by l.sku)
                order by p.sku for update""").param(order.value()));
    }

    /** Returns the products with these SKUs, in SKU order, without a lock. */
    Map<Sku, StockItem> read(Collection<Sku> skus) {
        return bySku(jdbc.sql(ALL + "where p.sku = any(?) order by p.sku").param(Skus.array(skus)));
    }

    Page<StockItem> read(Pageable page) {
        String order =
                page.getSortOr(Sort.by("sku")).stream().map(Products::column).collect(joining(", "));
        List<StockItem> rows = jdbc.sql(ALL + "order by " + order + " offset ? rows fetch first ? rows only")
                .params(page.getOffset(), page.getPageSize())
                .query(Products::asItem)
                .list();
        return getPage(
                rows,
                page,
                () -> jdbc.sql("select count(*) from product").query(Long.class).single());
    }

    void add(StockItem item) {
        jdbc.sql("insert into product (name, price, on_hand, reserved, sku) values (?, ?, ?, ?, ?)")
                .params(columns(item))
                .update();
    }

    void replace(StockItem item) {
        jdbc.sql("update product set name = ?, price = ?, on_hand = ?, reserved = ? where sku = ?")
                .params(columns(item))
                .update();
    }

    // ---- the counts of pieces; the database refuses those that cannot be

    /** Sets free pieces aside for the order. */
    void reserve(OrderNumber order, Collection<Sku> skus) {
        template.update(RESERVE, order.value(), Skus.array(skus));
    }

    /** Takes pieces off the shelf that were set aside for the order. */
    void takeOut(OrderNumber order, Collection<Sku> skus) {
        template.update(TAKE_OUT, order.value(), Skus.array(skus));
    }

    /** Frees what the order's lines say is held, and puts what is confirmed and still out back. */
    void giveBack(OrderNumber order, Collection<Sku> skus) {
        template.update(GIVE_BACK, order.value(), Skus.array(skus));
    }

    /** Frees so many pieces of each product that were set aside. */
    void free(Map<Sku, Long> pieces) {
        change("update product set reserved = reserved - ? where sku = ?", pieces);
    }

    /** Puts so many pieces of each product on the shelf, free for anyone. */
    void putBack(Map<Sku, Long> pieces) {
        change("update product set on_hand = on_hand + ? where sku = ?", pieces);
    }

    private void change(String sql, Map<Sku, Long> pieces) {
        template.batchUpdate(
                sql,
                pieces.entrySet().stream()
                        .map(one -> new Object[] {one.getValue(), one.getKey().value()})
                        .toList());
    }

    // ---- how rows are read and written

    private static List<Object> columns(StockItem item) {
        return List.of(
                item.name(),
                item.price().won(),
                item.onHand(),
                item.reserved(),
                item.sku().value());
    }

    private static String column(Sort.Order by) {
        return Objects.requireNonNull(COLUMNS.get(by.getProperty()), by.getProperty()) + " " + by.getDirection();
    }

    private static Map<Sku, StockItem> bySku(JdbcClient.StatementSpec statement) {
        return statement.query(Products::asItem).list().stream()
                .collect(toMap(StockItem::sku, item -> item, (one, other) -> one, LinkedHashMap::new));
    }

    private static StockItem asItem(ResultSet row, int number) throws SQLException {
        return new StockItem(
                new Sku(row.getString("sku")),
                row.getString("name"),
                Money.won(row.getLong("price")),
                row.getLong("on_hand"),
                row.getLong("reserved"));
    }
}
