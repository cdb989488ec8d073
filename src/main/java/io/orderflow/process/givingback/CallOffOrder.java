package io.orderflow.process.givingback;

import io.orderflow.order.OrderReason;
import io.orderflow.order.progress.OrderProgress;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.Refusal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The delegate of <em>Call off order</em>. A repeat changes nothing. */
@Component
class CallOffOrder implements JavaDelegate {

    private final OrderProgress orders;

    CallOffOrder(OrderProgress orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String given = OrderVariables.text(execution, OrderVariables.CALL_OFF_REASON);
        // The order keeps a cancellation that somebody requested, with its reason.
        Optional<OrderReason> reason = Optional.ofNullable(given)
                .filter(code -> !code.equals(Refusal.CANCELLATION_REQUESTED.name()))
                .map(OrderReason::valueOf);
        orders.callOff(OrderStep.order(execution), reason);
    }
}
