package io.orderflow.process.returning;

import io.orderflow.inventory.InventoryService;
import io.orderflow.inventory.TakenBack;
import io.orderflow.process.ProcessReferences;
import io.orderflow.returns.Refundable;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Take goods back</em>: it puts the goods on the shelf or writes them off, as the inspection says.
 * A repeat changes nothing.
 */
@Component
class TakeGoodsBack extends ReturnStep {

    private final ReturnService returns;
    private final InventoryService inventory;

    TakeGoodsBack(ProcessReferences subjects, ReturnService returns, InventoryService inventory) {
        super(subjects);
        this.returns = returns;
        this.inventory = inventory;
    }

    @Override
    void execute(DelegateExecution execution, ReturnId id) {
        Refundable accepted = returns.accepted(id);
        List<TakenBack> goods = accepted.accepted().stream()
                .map(it -> new TakenBack(it.sku(), it.quantity(), it.restock()))
                .toList();
        if (!goods.isEmpty()) {
            inventory.takeBack(accepted.order(), id.value(), goods);
        }
    }
}
