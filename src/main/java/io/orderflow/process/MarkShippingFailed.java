package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <em>Mark shipping failed</em>, with what the carrier said; marked already: nothing. */
@Component
class MarkShippingFailed implements JavaDelegate {

    static final String KIND = "failureKind";
    static final String DETAIL = "failureDetail";

    private final OrderProgress orders;

    MarkShippingFailed(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.markShippingFailed(OrderStep.order(execution), (String) execution.getVariable(KIND),
                (String) execution.getVariable(DETAIL));
    }
}
