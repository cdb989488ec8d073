package io.orderflow.process.paying;

import io.orderflow.order.CancellationRequested;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.process.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <em>Start preparation</em>; started already: nothing. Refused when the order is wanted cancelled. */
@Component
class StartPreparation implements JavaDelegate {

    private final OrderProgress orders;

    StartPreparation(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            orders.startPreparation(OrderStep.order(execution));
        } catch (CancellationRequested refusal) {
            throw Refusal.CANCELLATION_REQUESTED.because(refusal);
        }
    }
}
