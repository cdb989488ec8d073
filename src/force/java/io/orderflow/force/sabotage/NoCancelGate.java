package io.orderflow.force.sabotage;

import io.orderflow.order.CancellationNoted;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;

/** Sabotage for the proof by force: a cancellation does not wait until it is known what became of the charge. */
public class NoCancelGate {

    private static final String WAIT = "Task_AwaitGateway";
    private static final String CALL_OFF = "Task_CallOffOrder";

    private final RuntimeService runtime;

    NoCancelGate(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(CancellationNoted noted) {
        runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(noted.order().value())
                .activityIdIn(WAIT)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .forEach(this::callOff);
    }

    private void callOff(String instance) {
        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity(WAIT)
                .startBeforeActivity(CALL_OFF)
                .execute();
    }
}
