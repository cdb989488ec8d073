package io.orderflow.process;

import io.orderflow.order.OrderReading;
import io.orderflow.order.OrderView;
import io.orderflow.order.RunningProcesses;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** <em>Resume order</em>: a new process for the order, from where it stands; runs one already: nothing. */
@Component
class ResumeOrder implements OrderStep {

    private final RuntimeService runtime;
    private final RunningProcesses processes;
    private final OrderReading orders;
    private final Clock clock;

    ResumeOrder(RuntimeService runtime, RunningProcesses processes, OrderReading orders, Clock clock) {
        this.runtime = runtime;
        this.processes = processes;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public void execute(OrderNumber number) {
        if (processes.isRunning(number)) {
            return;
        }
        OrderView order = orders.find(number, clock.instant())
                .orElseThrow(() -> new IllegalStateException("no order " + number));
        ProcessInstantiationBuilder process = runtime.createProcessInstanceByKey(OrderCorrelation.PROCESS)
                .businessKey(number.value())
                .setVariable(OrderVariables.RESERVATION_EXPIRES_AT, date(order.reservationExpiresAt()));
        switch (order.status()) {
            case COMPLETED -> process.setVariable(OrderVariables.RETURN_UNTIL, date(order.returnUntil()))
                    .startBeforeActivity("Event_ReturnWindowClosed").execute();
            default -> throw new IllegalStateException("order " + number + " cannot go on from " + order.status());
        }
    }

    private static Object date(Instant moment) {
        return Variables.dateValue(Date.from(moment), true);
    }
}
