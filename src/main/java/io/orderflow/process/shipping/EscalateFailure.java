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
 * The delegate of <em>Escalate failure</em>: it puts the order's open task at the top of all lists if its due date has
 * passed. If the due date was moved, or the timer was executed early by a person, it changes nothing. Neither does a
 * repeat change anything, nor is a task without a due date changed.
 */
@Component
class EscalateFailure implements JavaDelegate {

    private static final int TOP = 100;
    /** The tolerance, because the timer is created a moment before the task that it watches. */
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
