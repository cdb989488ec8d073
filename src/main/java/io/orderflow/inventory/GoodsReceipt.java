package io.orderflow.inventory;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The receipt of returned pieces, each SKU once per reference. The rows of the order's products must be locked. */
@Component
class GoodsReceipt {

    private final ReservationLines lines;
    private final Products products;
    private final JdbcTemplate jdbc;

    GoodsReceipt(ReservationLines lines, Products products, JdbcTemplate jdbc) {
        this.lines = lines;
        this.products = products;
        this.jdbc = jdbc;
    }

    /** Takes the pieces back. All checks come before the first change. */
    void takeBack(OrderNumber order, String reference, List<TakenBack> goods) {
        Map<Sku, ReservationLine> sold = lines.of(order).stream().collect(toMap(ReservationLine::sku, line -> line));
        refuseStrangers(order, goods, sold);
        Set<String> known = received(order, reference);
        List<TakenBack> fresh =
                goods.stream().filter(one -> !known.contains(one.sku().value())).toList();
        fresh.forEach(one -> requireNonNull(sold.get(one.sku())).requireOut(one.quantity()));
        receive(order, reference, fresh);
        lines.takeBack(order, fresh);
        products.putBack(fresh.stream().filter(TakenBack::restock).collect(toMap(TakenBack::sku, one ->
                (long) one.quantity().pieces())));
    }

    private Set<String> received(OrderNumber order, String reference) {
        return new HashSet<>(jdbc.queryForList(
                "select sku from taken_back where reference = ? and order_number = ?",
                String.class,
                reference,
                order.value()));
    }

    private void receive(OrderNumber order, String reference, List<TakenBack> goods) {
        jdbc.batchUpdate(
                "insert into taken_back (reference, sku, order_number, quantity, restocked) values (?, ?, ?, ?, ?)",
                goods.stream()
                        .map(one -> new Object[] {
                            reference,
                            one.sku().value(),
                            order.value(),
                            one.quantity().pieces(),
                            one.restock()
                        })
                        .toList());
    }

    private static void refuseStrangers(OrderNumber order, List<TakenBack> goods, Map<Sku, ReservationLine> sold) {
        Set<Sku> named = new HashSet<>();
        for (TakenBack one : goods) {
            if (!named.add(one.sku())) {
                throw new IllegalArgumentException(one.sku() + " is named twice");
            }
            if (!sold.containsKey(one.sku())) {
                throw new IllegalArgumentException("order " + order + " has no " + one.sku());
            }
        }
    }
}
