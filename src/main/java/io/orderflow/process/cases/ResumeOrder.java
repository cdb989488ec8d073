package io.orderflow.process.cases;

import io.orderflow.order.OrderView;
import io.orderflow.order.RunningProcesses;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderWait;
import io.orderflow.process.ProcessKey;
import io.orderflow.process.Step;
import io.orderflow.process.answers.LoggedIn;
import io.orderflow.shared.OrderNumber;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;

/**
 * <em>Resume order</em>: a new process for the order and for its open return, from where they stand; runs one already:
 * nothing.
 */
@Component
class ResumeOrder implements OrderStep {

    /** Where the repeated steps come to rest: "Reserve stock", and "Use coupon" with "Charge payment" behind it. */
    private static final List<String> BESIDES = List.of(OrderWait.PAYMENT.inDiagram(), Step.TAKE_UP_ANSWER.inDiagram());

    private final RuntimeService runtime;
    private final RunningProcesses processes;
    private final OrderReading orders;
    private final LostReturns returns;
    private final LoggedIn loggedIn;

    ResumeOrder(
            RuntimeService runtime,
            RunningProcesses processes,
            OrderReading orders,
            LostReturns returns,
            IdentityService identity) {
        this.runtime = runtime;
        this.processes = processes;
        this.orders = orders;
        this.returns = returns;
        this.loggedIn = new LoggedIn(identity);
    }

    @Override
    public void execute(OrderNumber number) {
        returns.resume(number);
        if (!processes.isRunning(number)) {
            orders.find(number).ifPresent(this::resume);
        }
    }

    /**
     * An order that has not been handed over is not resumed, one that was called off or delivered needs it for its
     * return alone.
     */
    private void resume(OrderView order) {
        switch (order.status()) {
            case SHIPPED -> resume(order, OrderWait.DELIVERY.inDiagram());
            case SHIP_FAILED -> resume(order, Step.RESOLVE_SHIPPING_FAILURE.inDiagram());
            case COMPLETED, RETURNED, CANCELLED, REFUNDED, FAILED -> {}
            default ->
                throw new IllegalStateException(
                        "order " + order.orderNumber() + " cannot go on from " + order.status());
        }
    }

    /**
     * Shipping may still be given up, and a process undoes only what it has done itself: so it takes the steps that can
     * be undone once more. Each finds its work done; where they lead to besides is cut off. In nobody's name: what a
     * person begins is taken for a stray.
     */
    private void resume(OrderView order, String place) {
        ProcessInstance resumed = loggedIn.asNobody(() -> process(order)
                .startBeforeActivity(Step.RESERVE_STOCK.inDiagram())
                .startBeforeActivity(Step.USE_COUPON.inDiagram())
                .startBeforeActivity(place)
                .execute());
        ProcessInstanceModificationBuilder cut = runtime.createProcessInstanceModification(resumed.getId());
        BESIDES.forEach(cut::cancelAllForActivity);
        cut.execute();
    }

    private ProcessInstantiationBuilder process(OrderView order) {
        return runtime.createProcessInstanceByKey(ProcessKey.ORDER.inDiagram())
                .businessKey(order.orderNumber().value());
    }
}
