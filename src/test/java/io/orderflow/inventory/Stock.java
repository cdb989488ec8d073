package io.orderflow.inventory;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the tests of stock speak of. */
final class Stock {

    private Stock() {}

    /** A product that no other test knows. */
    static Sku shelve(InventoryService inventory, long onHand) throws StockReserved {
        Sku sku = new Sku("SKU-" + UUID.randomUUID().toString().substring(0, 18).toUpperCase());
        inventory.put(sku, "A product", Money.won(1_000), onHand);
        return sku;
    }

    static OrderNumber order() {
        return new OrderNumber("ORD-" + UUID.randomUUID());
    }

    static Map<Sku, Quantity> lines(Sku sku, int pieces) {
        return Map.of(sku, new Quantity(pieces));
    }

    static Map<Sku, Quantity> lines(Sku sku, int pieces, Sku other, int otherPieces) {
        return new TreeMap<>(Map.of(sku, new Quantity(pieces), other, new Quantity(otherPieces)));
    }

    static Instant later() {
        return Instant.now().plus(Duration.ofMinutes(15));
    }

    static Instant alreadyOver() {
        return Instant.now().minus(Duration.ofMinutes(1));
    }
}
