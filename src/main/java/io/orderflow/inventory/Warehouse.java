package io.orderflow.inventory;

import static java.util.stream.Collectors.groupingBy;

import io.orderflow.shared.Sku;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Locks stock, and finds room among it for what an order wants. */
@Component
class Warehouse {

    private final Products products;
    private final ReservationLines lines;
    private final Clock clock;

    Warehouse(Products products, ReservationLines lines, Clock clock) {
        this.products = products;
        this.lines = lines;
        this.clock = clock;
    }

    /** The known ones among the products, locked until the transaction ends. */
    Map<Sku, Product> lock(Collection<String> skus) {
        Map<Sku, Product> locked = new LinkedHashMap<>();
        if (!skus.isEmpty()) {
            products.lock(skus).forEach(product -> locked.put(product.sku(), product));
        }
        return locked;
    }

    /**
     * Sees to it that the wanted pieces are free, at the expense of expired reservations where need be, and then of no more
     * of them than it takes. Changes nothing when it refuses.
     */
    void makeRoom(Map<Sku, Product> locked, SortedMap<Sku, Long> wanted) throws OutOfStock {
        SortedMap<Sku, Long> scarce = new TreeMap<>(wanted);
        scarce.entrySet().removeIf(want -> want.getValue() <= available(locked.get(want.getKey())));
        if (scarce.isEmpty()) {
            return;
        }
        Map<Sku, List<ReservationLine>> expired = expired(scarce.keySet());
        refuseShortages(locked, scarce, expired);
        scarce.forEach((sku, pieces) -> lapse(expired.get(sku), locked.get(sku), pieces));
    }

    private Map<Sku, List<ReservationLine>> expired(Collection<Sku> skus) {
        return lines.expired(skus.stream().map(Sku::value).toList(), clock.instant()).stream()
                .collect(groupingBy(ReservationLine::sku));
    }

    private static void refuseShortages(Map<Sku, Product> locked, SortedMap<Sku, Long> scarce,
            Map<Sku, List<ReservationLine>> expired) throws OutOfStock {
        List<Shortage> shortages = new ArrayList<>();
        scarce.forEach((sku, pieces) -> {
            long yielding = expired.getOrDefault(sku, List.of()).stream().mapToLong(ReservationLine::quantity).sum();
            long obtainable = available(locked.get(sku)) + yielding;
            if (obtainable < pieces) {
                shortages.add(new Shortage(sku, pieces, obtainable));
            }
        });
        if (!shortages.isEmpty()) {
            throw new OutOfStock(shortages);
        }
    }

    private static void lapse(List<ReservationLine> expired, Product product, long wanted) {
        for (ReservationLine line : expired) {
            if (product.available() >= wanted) {
                return;
            }
            line.lapse(product);
        }
    }

    /** An unknown product has nothing to give. */
    private static long available(Product product) {
        return product == null ? 0 : product.available();
    }
}
