package io.orderflow.process.placing;

import io.orderflow.inventory.InventoryService;
import io.orderflow.inventory.OutOfStock;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.Refusal;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Reserve stock</em>: it refuses, with what is missing, if not every line can be supplied. A repeat
 * changes nothing.
 */
@Component
class ReserveStock implements JavaDelegate {

    private final OrderReading orders;
    private final InventoryService inventory;

    ReserveStock(OrderReading orders, InventoryService inventory) {
        this.orders = orders;
        this.inventory = inventory;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderNumber order = OrderStep.order(execution);
        try {
            inventory.reserve(order, orders.items(order), orders.facts(order).reservationExpiresAt());
        } catch (OutOfStock refusal) {
            OrderVariables.tell(execution, refusal.shortages());
            throw Refusal.OUT_OF_STOCK.because(refusal);
        }
    }
}
