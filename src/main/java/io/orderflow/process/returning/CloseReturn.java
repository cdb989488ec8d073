package io.orderflow.process.returning;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderCorrelation;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import io.orderflow.returns.Refundable;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Close return</em>: in one transaction the return becomes refunded and the order counts its
 * pieces. A return of which nothing was accepted is rejected already and counts for nothing. If the customer has
 * nothing left, the order's process ends, if it still runs.
 */
@Component
class CloseReturn extends ReturnStep {

    private final ReturnService returns;
    private final OrderProgress orders;
    private final OrderCorrelation correlation;

    CloseReturn(ProcessReferences subjects, ReturnService returns, OrderProgress orders, OrderCorrelation correlation) {
        super(subjects);
        this.returns = returns;
        this.orders = orders;
        this.correlation = correlation;
    }

    @Override
    void execute(DelegateExecution execution, ReturnId id) {
        Refundable accepted = returns.accepted(id);
        Map<Sku, Quantity> pieces = accepted.accepted().stream()
                .collect(Collectors.toMap(Refundable.Goods::sku, Refundable.Goods::quantity));
        boolean everything = orders.countReturn(accepted.order(), id.value(), pieces);
        returns.refunded(id);
        if (everything) {
            correlation.everythingReturned(accepted.order());
        }
        execution.setVariable(
                OrderVariables.RETURN_RESULT,
                everything ? "EVERYTHING_BACK" : pieces.isEmpty() ? "NOTHING_ACCEPTED" : "PARTLY_BACK");
    }
}
