package io.orderflow.process.paying;

import io.orderflow.order.CancellationRequested;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.process.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The delegate of <em>Start preparation</em>: it refuses if a cancellation was requested. A repeat changes nothing. */
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
