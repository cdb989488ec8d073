package io.orderflow.process.paying;

import io.orderflow.inventory.InventoryService;
import io.orderflow.inventory.OutOfStock;
import io.orderflow.process.OrderStep;
import io.orderflow.process.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The delegate of <em>Confirm reservation</em>: it refuses if the pieces are gone. A repeat changes nothing. */
@Component
class ConfirmReservation implements JavaDelegate {

    private final InventoryService inventory;

    ConfirmReservation(InventoryService inventory) {
        this.inventory = inventory;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            inventory.confirm(OrderStep.order(execution));
        } catch (OutOfStock refusal) {
            throw Refusal.OUT_OF_STOCK.because(refusal);
        }
    }
}
