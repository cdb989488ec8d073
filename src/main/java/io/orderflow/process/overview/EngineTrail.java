package io.orderflow.process.overview;

import io.orderflow.process.overview.TimelineEntry.Kind;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Comment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the engine knows of an order: the tasks of people, their comments, and the incidents that are open. */
@Component
class EngineTrail {

    private final HistoryService history;
    private final RuntimeService runtime;
    private final TaskService tasks;

    EngineTrail(HistoryService history, RuntimeService runtime, TaskService tasks) {
        this.history = history;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Returns the entries in no order, of all processes of the order, ended ones included. */
    Stream<TimelineEntry> of(OrderNumber order) {
        List<String> processes =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(order.value()).list().stream()
                        .map(HistoricProcessInstance::getId)
                        .toList();
        return processes.stream()
                .flatMap(process -> Stream.of(tasksOf(process), commentsOf(process), incidentsOf(process))
                        .flatMap(entries -> entries));
    }

    private Stream<TimelineEntry> tasksOf(String process) {
        return history.createHistoricTaskInstanceQuery().processInstanceId(process).list().stream()
                .flatMap(task ->
                        Stream.concat(Stream.concat(Stream.of(created(task)), ended(task).stream()), commentsOn(task)));
    }

    private static TimelineEntry created(HistoricTaskInstance task) {
        return entry(task.getStartTime(), Kind.TASK, "TASK_CREATED", null, named(task));
    }

    private static Optional<TimelineEntry> ended(HistoricTaskInstance task) {
        boolean completed = "completed".equals(task.getDeleteReason());
        return Optional.ofNullable(task.getEndTime())
                .map(at -> entry(
                        at,
                        Kind.TASK,
                        completed ? "TASK_COMPLETED" : "TASK_WITHDRAWN",
                        completed ? task.getAssignee() : null,
                        named(task)));
    }

    /** A task that an analyst drew may have no name. */
    private static Map<String, Object> named(HistoricTaskInstance task) {
        return Map.of("task", Optional.ofNullable(task.getName()).orElse(task.getTaskDefinitionKey()));
    }

    private Stream<TimelineEntry> commentsOn(HistoricTaskInstance task) {
        return tasks.getTaskComments(task.getId()).stream()
                .filter(comment -> comment.getProcessInstanceId() == null)
                .map(EngineTrail::comment);
    }

    private Stream<TimelineEntry> commentsOf(String process) {
        return tasks.getProcessInstanceComments(process).stream().map(EngineTrail::comment);
    }

    private static TimelineEntry comment(Comment comment) {
        return entry(
                comment.getTime(),
                Kind.COMMENT,
                "COMMENTED",
                comment.getUserId(),
                Map.of("text", comment.getFullMessage()));
    }

    private Stream<TimelineEntry> incidentsOf(String process) {
        return runtime.createIncidentQuery().processInstanceId(process).list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .map(EngineTrail::incident);
    }

    private static TimelineEntry incident(Incident incident) {
        String message = Optional.ofNullable(incident.getIncidentMessage()).orElse("");
        return entry(
                incident.getIncidentTimestamp(),
                Kind.INCIDENT,
                "INCIDENT_OPEN",
                null,
                Map.of("element", incident.getActivityId(), "message", message));
    }

    private static TimelineEntry entry(
            Date at, Kind kind, String what, @Nullable String user, Map<String, Object> data) {
        return new TimelineEntry(
                at.toInstant(), kind, what, user == null || user.isBlank() ? null : new Actor(user), data);
    }
}
