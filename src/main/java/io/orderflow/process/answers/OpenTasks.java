package io.orderflow.process.answers;

import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** The open user tasks, whether or not the caller may see them, and the rule for the answer to each. */
class OpenTasks {

    private final TaskService tasks;
    private final LoggedIn loggedIn;
    private final FormService forms;
    private final BeanFactory beans;

    OpenTasks(TaskService tasks, LoggedIn loggedIn, FormService forms, BeanFactory beans) {
        this.tasks = tasks;
        this.loggedIn = loggedIn;
        this.forms = forms;
        this.beans = beans;
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
                .orElseGet(() -> loggedIn.asNobody(() -> FreeAnswers.of(task, beans, forms, tasks)));
    }

    /** Returns whether the task is one of our own diagrams, and not one that an analyst has added. */
    static boolean isOurs(Task task) {
        return TaskAnswers.of(task.getTaskDefinitionKey()).isPresent();
    }
}
