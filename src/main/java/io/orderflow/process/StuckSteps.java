package io.orderflow.process;

import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * The steps with an incident. The application lets such a step go on as a person does who increases its retries in
 * Cockpit.
 */
@Component
public class StuckSteps {

    private final RuntimeService runtime;
    private final ManagementService management;

    StuckSteps(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Gives the step one more retry if the order's process is stuck there, and does nothing otherwise. */
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
