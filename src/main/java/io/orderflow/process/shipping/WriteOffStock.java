package io.orderflow.process.shipping;

import io.orderflow.inventory.InventoryService;
import io.orderflow.process.OrderStep;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The delegate of <em>Write off stock</em>, for goods that are lost. A repeat changes nothing. */
@Component
class WriteOffStock implements OrderStep {

    private final InventoryService inventory;

    WriteOffStock(InventoryService inventory) {
        this.inventory = inventory;
    }

    @Override
    public void execute(OrderNumber order) {
        inventory.writeOff(order);
    }
}
