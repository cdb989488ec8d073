package io.orderflow.process.givingback;

import io.orderflow.inventory.InventoryService;
import io.orderflow.process.OrderStep;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The delegate of <em>Release stock</em>, which undoes <em>Reserve stock</em>. A repeat changes nothing. */
@Component
class ReleaseStock implements OrderStep {

    private final InventoryService inventory;

    ReleaseStock(InventoryService inventory) {
        this.inventory = inventory;
    }

    @Override
    public void execute(OrderNumber order) {
        inventory.release(order);
    }
}
