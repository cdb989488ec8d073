package io.orderflow.process.answers;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** The open user tasks, whether or not the caller may see them, and the rule for the answer to each. */
class OpenTasks {

    private final TaskService tasks;
    private final LoggedIn loggedIn;
    private final FreeAnswers free;

    OpenTasks(TaskService tasks, LoggedIn loggedIn, FreeAnswers free) {
        this.tasks = tasks;
        this.loggedIn = loggedIn;
        this.free = free;
    }

    /** Returns the task; empty if there is none, of which the engine tells the caller. */
    Optional<Task> find(@Nullable String id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(loggedIn.asNobody(
                        () -> tasks.createTaskQuery().taskId(id).singleResult()));
    }

    AnswerRule rule(Task task) {
        return TaskAnswers.of(task.getTaskDefinitionKey())
                .map(AnswerRule.class::cast)
                .orElse(free);
    }

    /** Returns the rule for all tasks that an analyst has added. */
    AnswerRule free() {
        return free;
    }
}
