package io.orderflow.process;

import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Lets a step that a person was to look into go on by itself, as they would by increasing its retries in Cockpit. */
@Component
public class StuckSteps {

    private final RuntimeService runtime;
    private final ManagementService management;

    StuckSteps(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** The order's process is not stuck there: nothing. */
    public void retry(OrderNumber order, Step step) {
        runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order.value(), ProcessKey.ORDER.inDiagram())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .forEach(instance -> retry(instance, step));
    }

    private void retry(String instance, Step step) {
        management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(step.inDiagram())
                .noRetriesLeft()
                .list()
                .stream()
                .map(Job::getId)
                .forEach(job -> management.setJobRetries(job, 1));
    }
}
