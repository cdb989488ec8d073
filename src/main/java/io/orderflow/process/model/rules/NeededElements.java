package io.orderflow.process.model.rules;

import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.ModelFinding.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/** The rule that our own processes have the elements that the application needs, and that some path leads to each. */
@Component
class NeededElements implements DiagramRule {

    private static final String RULE = "needed-elements";

    @Override
    public Stream<ModelFinding> check(Diagram diagram, Surroundings around) {
        Set<FlowNode> reached = diagram.reached();
        return diagram.processes().stream()
                .filter(process -> Needed.PROCESSES.contains(process.getId()))
                .flatMap(process -> Needed.of(process.getId())
                        .flatMap(needed -> check(diagram, process, needed, reached).stream()));
    }

    private static Optional<ModelFinding> check(
            Diagram diagram, Process process, Needed needed, Set<FlowNode> reached) {
        Optional<FlowNode> node = diagram.element(needed.id(), FlowNode.class)
                .filter(found -> Diagram.processOf(found).equals(process));
        if (node.isEmpty()) {
            return Optional.of(new ModelFinding(
                    diagram.file(),
                    needed.id(),
                    needed.label(),
                    Severity.REFUSED,
                    RULE,
                    "it is not there any more: " + needed.loss() + ".",
                    "Draw it again with its id; only labels are free."));
        }
        if (!needed.kind().is(node.get())) {
            return Optional.of(diagram.refused(
                    node.get(),
                    RULE,
                    "this is not " + needed.kind() + what(needed) + " any more: " + needed.loss() + ".",
                    "Make it one again, or draw what is new beside it with an id of its own."));
        }
        return reached.contains(node.get())
                ? Optional.empty()
                : Optional.of(diagram.refused(
                        node.get(),
                        RULE,
                        "no way leads here: " + needed.loss() + ".",
                        "Connect it with what comes before it."));
    }

    private static String what(Needed needed) {
        return needed.kind() == Needed.Kind.STEP ? " (${" + Needed.stepOf(needed.id()) + "})" : "";
    }
}
