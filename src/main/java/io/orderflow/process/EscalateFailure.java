package io.orderflow.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <em>Escalate failure</em>: puts the order's open task at the top of every list; a repeat changes nothing. */
@Component
class EscalateFailure implements JavaDelegate {

    private static final int TOP = 100;

    private final TaskService tasks;

    EscalateFailure(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("Task_ResolveShippingFailure").list()
                .forEach(task -> tasks.setPriority(task.getId(), TOP));
    }
}
