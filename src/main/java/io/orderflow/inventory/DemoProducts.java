package io.orderflow.inventory;

import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The products of the demo, created at the start. A product that exists already stays as it is. */
@Component
@ConditionalOnProperty(name = "orders.demo", havingValue = "true")
class DemoProducts implements ApplicationRunner {

    private final InventoryService inventory;

    DemoProducts(InventoryService inventory) {
        this.inventory = inventory;
    }

    @Override
    public void run(ApplicationArguments args) throws StockReserved {
        offer("KEYBOARD-01", "Keyboard", 89_000, 100);
        offer("MOUSE-01", "Mouse", 35_000, 100);
        offer("MONITOR-01", "Monitor", 320_000, 5);
        offer("RARE-01", "Rare thing", 10_000, 1);
    }

    private void offer(String sku, String name, long won, long onHand) throws StockReserved {
        if (inventory.product(new Sku(sku)).isEmpty()) {
            inventory.put(new Sku(sku), name, Money.won(won), onHand);
        }
    }
}
