package io.orderflow.inventory;

import static java.util.stream.Collectors.toMap;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Receives pieces that came back, each of them under its reference once. */
@Component
class Reception {

    private final ReservationLines lines;
    private final TakenBackRows rows;

    Reception(ReservationLines lines, TakenBackRows rows) {
        this.lines = lines;
        this.rows = rows;
    }

    /** Checks everything before anything is changed; the order's products must be locked. */
    void takeBack(OrderNumber order, String reference, List<TakenBack> goods, Map<Sku, Product> locked) {
        Map<Sku, ReservationLine> sold = lines.of(order.value()).stream().collect(toMap(ReservationLine::sku, line -> line));
        refuseStrangers(order, goods, sold);
        Set<String> known = new HashSet<>(rows.skusUnder(reference, order.value()));
        List<TakenBack> fresh = goods.stream().filter(one -> !known.contains(one.sku().value())).toList();
        fresh.forEach(one -> sold.get(one.sku()).requireOut(one.quantity()));
        fresh.forEach(one -> {
            sold.get(one.sku()).takeBack(locked.get(one.sku()), one);
            rows.save(new TakenBackRow(order, reference, one));
        });
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
