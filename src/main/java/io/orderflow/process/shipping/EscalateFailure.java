package io.orderflow.process.shipping;

import io.orderflow.process.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * <em>Escalate failure</em>: puts the order's open task at the top of every list when its due date has passed. A timer
 * that goes off before that, because somebody put the task off or let the timer go off by hand, changes nothing;
 * neither does a repeat, nor a task without a due date.
 */
@Component
class EscalateFailure implements JavaDelegate {

    private static final int TOP = 100;
    /** The timer is set a moment before the task that it watches. */
    private static final Duration ONE_MOMENT = Duration.ofMinutes(1);

    private final TaskService tasks;
    private final Clock clock;

    EscalateFailure(TaskService tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant due = clock.instant().plus(ONE_MOMENT);
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(Step.RESOLVE_SHIPPING_FAILURE.inDiagram())
                .dueBefore(Date.from(due))
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), TOP));
    }
}
