package io.orderflow.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;

import io.orderflow.inventory.ReservationLine.Status;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Shortage;
import io.orderflow.shared.Sku;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The search for available pieces for an order, if necessary those of expired reservations. The products' rows must be
 * locked.
 */
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

    /** Returns the wanted pieces of those products of which too few are available; an unknown product has none. */
    static SortedMap<Sku, Long> scarce(Map<Sku, StockItem> locked, SortedMap<Sku, Long> wanted) {
        SortedMap<Sku, Long> scarce = new TreeMap<>(wanted);
        scarce.entrySet().removeIf(want -> want.getValue() <= available(locked, want.getKey()));
        return scarce;
    }

    /**
     * Makes the scarce pieces available: expired reservations lapse, but no more of them than necessary. If it throws a
     * refusal, nothing is changed.
     */
    void makeRoom(Map<Sku, StockItem> locked, SortedMap<Sku, Long> scarce) throws OutOfStock {
        if (scarce.isEmpty()) {
            return;
        }
        Map<Sku, List<ReservationLine>> expired =
                lines.expired(scarce.keySet(), clock.instant()).stream().collect(groupingBy(ReservationLine::sku));
        refuseShortages(locked, scarce, expired);
        List<ReservationLine> yielding = new ArrayList<>();
        scarce.forEach((sku, pieces) ->
                yielding.addAll(enough(expired.getOrDefault(sku, List.of()), pieces - available(locked, sku))));
        lines.lapse(yielding);
        products.free(
                yielding.stream().collect(groupingBy(ReservationLine::sku, summingLong(ReservationLine::quantity))));
    }

    /**
     * Holds the lapsed pieces of the order again. If it throws a refusal, nothing is changed.
     *
     * @return false if all the order's pieces are confirmed already
     * @throws IllegalStateException if the order has never reserved, or its pieces were released or written off
     */
    boolean holdAgain(OrderNumber order, Map<Sku, StockItem> locked) throws OutOfStock {
        List<ReservationLine> own = lines.of(order);
        Set<Status> found = own.stream().map(ReservationLine::status).collect(toSet());
        if (found.equals(Set.of(Status.CONFIRMED))) {
            return false;
        }
        if (!found.contains(Status.LAPSED)
                || !Set.of(Status.HELD, Status.LAPSED).containsAll(found)) {
            throw new IllegalStateException("order " + order + " holds no stock to confirm");
        }
        SortedMap<Sku, Long> lapsed = new TreeMap<>();
        own.stream().filter(line -> line.is(Status.LAPSED)).forEach(line -> lapsed.put(line.sku(), line.quantity()));
        makeRoom(locked, scarce(locked, lapsed));
        lines.change(order, Status.LAPSED, Status.HELD);
        products.reserve(order, lapsed.keySet());
        return true;
    }

    private static void refuseShortages(
            Map<Sku, StockItem> locked, SortedMap<Sku, Long> scarce, Map<Sku, List<ReservationLine>> expired)
            throws OutOfStock {
        List<Shortage> shortages = new ArrayList<>();
        scarce.forEach((sku, pieces) -> {
            long yielding = expired.getOrDefault(sku, List.of()).stream()
                    .mapToLong(ReservationLine::quantity)
                    .sum();
            long obtainable = available(locked, sku) + yielding;
            if (obtainable < pieces) {
                shortages.add(new Shortage(sku, pieces, obtainable));
            }
        });
        if (!shortages.isEmpty()) {
            throw new OutOfStock(shortages);
        }
    }

    /** Returns the first lines that together have the missing pieces. */
    private static List<ReservationLine> enough(List<ReservationLine> expired, long missing) {
        long found = 0;
        int count = 0;
        while (found < missing) {
            found += expired.get(count++).quantity();
        }
        return expired.subList(0, count);
    }

    private static long available(Map<Sku, StockItem> locked, Sku sku) {
        return locked.containsKey(sku) ? locked.get(sku).available() : 0;
    }
}
