package io.orderflow.process.model.rules;

import io.orderflow.process.model.ModelFinding;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rule that the application finds what it calls by name: its processes are executable, each of its messages is
 * received by the right process and by no other, and no other element has the id of one of its waits.
 */
@Component
class OurNames implements DiagramRule {

    private static final String RULE = "our-names";

    @Override
    public Stream<ModelFinding> check(Diagram diagram, Surroundings around) {
        return Stream.of(notExecutable(diagram), unheard(diagram), heard(diagram), waits(diagram))
                .flatMap(findings -> findings);
    }

    private static Stream<ModelFinding> notExecutable(Diagram diagram) {
        return diagram.processes().stream()
                .filter(process -> Needed.PROCESSES.contains(process.getId()) && !process.isExecutable())
                .map(process -> diagram.refused(
                        process,
                        RULE,
                        "the process is not executable: nothing of the file would be in force.",
                        "Tick “Executable” in Modeler."));
    }

    private static Stream<ModelFinding> unheard(Diagram diagram) {
        return diagram.processes().stream()
                .flatMap(process -> Needed.MESSAGES.entrySet().stream()
                        .filter(message -> message.getValue().equals(process.getId()))
                        .filter(message -> hearing(diagram)
                                .noneMatch(event -> message.getKey().equals(name(event))))
                        .map(message -> diagram.refused(
                                process,
                                RULE,
                                "nothing catches the message “" + message.getKey()
                                        + "” any more: what the application tells by it would be an error for whoever caused it.",
                                "Draw the event that catches it again.")));
    }

    private static Stream<ModelFinding> heard(Diagram diagram) {
        return hearing(diagram)
                .filter(event -> Optional.ofNullable(name(event))
                        .map(Needed.MESSAGES::get)
                        .filter(owner -> !owner.equals(Diagram.processOf(event).getId()))
                        .isPresent())
                .map(event -> diagram.refused(
                        event,
                        RULE,
                        "the message “" + name(event) + "” is for the process " + Needed.MESSAGES.get(name(event))
                                + ": caught here too, it would be ambiguous and reach no order.",
                        "Wait for a message of another name, or in that process."));
    }

    private static Stream<ModelFinding> waits(Diagram diagram) {
        return diagram.nodes().stream()
                .filter(node -> Needed.waits().contains(node.getId()))
                .filter(node -> Needed.of(Diagram.processOf(node).getId())
                        .noneMatch(needed -> needed.id().equals(node.getId())))
                .map(node -> diagram.refused(
                        node,
                        RULE,
                        "the application looks for waiting orders under this id: it would take this for one.",
                        "Give it an id of its own."));
    }

    /** Returns the events and tasks that wait for a message. */
    private static Stream<BaseElement> hearing(Diagram diagram) {
        return Stream.concat(
                diagram.all(CatchEvent.class).stream()
                        .filter(event -> Diagram.has(event, MessageEventDefinition.class)),
                diagram.all(ReceiveTask.class).stream().filter(task -> task.getMessage() != null));
    }

    private static @Nullable String name(BaseElement hearing) {
        Message message = hearing instanceof ReceiveTask task
                ? task.getMessage()
                : Diagram.definition((CatchEvent) hearing, MessageEventDefinition.class)
                        .map(MessageEventDefinition::getMessage)
                        .orElse(null);
        return message == null ? null : message.getName();
    }
}
