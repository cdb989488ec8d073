package io.orderflow.process.placing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.inventory.InventoryService;
import io.orderflow.inventory.OutOfStock;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.Refusal;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Reserve stock</em>: it refuses, with what is missing, if not every line can be supplied. A repeat
 * changes nothing.
 */
@Component
class ReserveStock implements JavaDelegate {

    private static final JsonMapper JSON = new JsonMapper();

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
            // The variable is transient, because the shortages of a hundred lines are longer than the engine can store.
            execution.setVariable(OrderVariables.SHORTAGES, Variables.stringValue(missing(refusal), true));
            throw Refusal.OUT_OF_STOCK.because(refusal);
        }
    }

    private static String missing(OutOfStock refusal) {
        ObjectNode details = JSON.createObjectNode();
        ArrayNode shortages = details.putArray("shortages");
        refusal.shortages()
                .forEach(shortage -> shortages
                        .addObject()
                        .put("sku", shortage.sku().value())
                        .put("requested", shortage.requested())
                        .put("available", shortage.available()));
        return details.toString();
    }
}
