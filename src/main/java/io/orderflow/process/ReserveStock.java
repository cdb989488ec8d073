package io.orderflow.process;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.inventory.InventoryService;
import io.orderflow.inventory.OutOfStock;
import io.orderflow.order.OrderReading;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Reserve stock</em>; reserved already: nothing. Refused, with what is missing, when not every line can be supplied. */
@Component
class ReserveStock implements OrderStep {

    private static final JsonMapper JSON = new JsonMapper();

    private final OrderReading orders;
    private final InventoryService inventory;

    ReserveStock(OrderReading orders, InventoryService inventory) {
        this.orders = orders;
        this.inventory = inventory;
    }

    @Override
    public void execute(OrderNumber order) {
        try {
            inventory.reserve(order, orders.items(order), orders.facts(order).reservationExpiresAt());
        } catch (OutOfStock refusal) {
            throw Refusal.OUT_OF_STOCK.saying(missing(refusal), refusal);
        }
    }

    private static String missing(OutOfStock refusal) {
        ObjectNode details = JSON.createObjectNode();
        ArrayNode shortages = details.putArray("shortages");
        refusal.shortages().forEach(shortage -> shortages.addObject().put("sku", shortage.sku().value())
                .put("requested", shortage.requested()).put("available", shortage.available()));
        return details.toString();
    }
}
