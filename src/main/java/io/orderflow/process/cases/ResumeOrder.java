package io.orderflow.process.cases;

import io.orderflow.order.OrderView;
import io.orderflow.order.RunningProcesses;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.AwaitStep;
import io.orderflow.process.OrderStep;
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
 * The delegate of <em>Resume order</em>: it starts a process for the order and one for its open return, each from where
 * it stands. Where a process runs already, it does nothing.
 */
@Component
class ResumeOrder implements OrderStep {

    /** The activities behind the repeated steps: "Reserve stock", and "Use coupon" with "Charge payment" behind it. */
    private static final List<String> BESIDES = List.of(AwaitStep.PAYMENT.inDiagram(), Step.TAKE_UP_ANSWER.inDiagram());

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
     * Resumes an order that was handed over, also if no process has heard so yet. One that was called off or delivered
     * needs no process for itself.
     */
    private void resume(OrderView order) {
        switch (order.status()) {
            case PROCESSING -> resume(order, AwaitStep.HAND_OVER.inDiagram());
            case SHIPPED -> resume(order, AwaitStep.DELIVERY.inDiagram());
            case SHIP_FAILED -> resume(order, Step.RESOLVE_SHIPPING_FAILURE.inDiagram());
            case COMPLETED, RETURNED, CANCELLED, REFUNDED, FAILED -> {}
            default ->
                throw new IllegalStateException(
                        "order " + order.orderNumber() + " cannot go on from " + order.status());
        }
    }

    /**
     * Starts a process at the given activity. It must be able to undo the order if shipping is given up, and a process
     * undoes only what it has done itself. Therefore it repeats the steps that can be undone, each of which finds its
     * work done; the activities behind them are cancelled. It starts in nobody's name, because a process that a person
     * starts is taken for a stray one.
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
