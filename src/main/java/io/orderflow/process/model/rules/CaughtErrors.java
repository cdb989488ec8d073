package io.orderflow.process.model.rules;

import io.orderflow.order.OrderReason;
import io.orderflow.process.model.ModelFinding;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Component;

/**
 * The rule that the refusal of a delegate and the error of an end event are caught, and that a caught error can occur.
 */
@Component
class CaughtErrors implements DiagramRule {

    private static final String RULE = "caught-errors";
    static final Set<String> REASONS = Stream.concat(
                    Stream.of(OrderReason.values()).map(OrderReason::name), Stream.of("CANCELLATION_REQUESTED"))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public Stream<ModelFinding> check(Diagram diagram, Surroundings around) {
        return Stream.of(uncaught(diagram), noReason(diagram), unthrown(diagram))
                .flatMap(findings -> findings);
    }

    private static Stream<ModelFinding> uncaught(Diagram diagram) {
        return diagram.nodes().stream()
                .flatMap(node -> thrown(node)
                        .filter(code -> diagram.catcher(node, code).isEmpty())
                        .map(code -> diagram.refused(
                                node,
                                RULE,
                                "nothing catches its refusal " + code
                                        + ": the process would end there without a word, and keep all that it took.",
                                "Put an error boundary event with the code " + code
                                        + " on it, and say how to go on.")));
    }

    /**
     * Refuses an error that leads to "Call off order" and is not a reason of the order. A cancellation has its own
     * reason.
     */
    private static Stream<ModelFinding> noReason(Diagram diagram) {
        return diagram.nodes().stream()
                .flatMap(node -> thrown(node)
                        .filter(code -> !REASONS.contains(code))
                        .filter(code -> diagram.catcher(node, code)
                                .filter(CaughtErrors::callsOff)
                                .isPresent())
                        .map(code -> diagram.refused(
                                node,
                                RULE,
                                "its refusal " + code
                                        + " is caught where orders are called off, and is no reason to call one off:"
                                        + " the order would stand still there, with all that it holds.",
                                "Catch it with an event of its own.")));
    }

    private static boolean callsOff(CatchEvent event) {
        return Diagram.definition(event, ErrorEventDefinition.class)
                .map(ErrorEventDefinition::getCamundaErrorCodeVariable)
                .filter("callOffReason"::equals)
                .isPresent();
    }

    private static Stream<ModelFinding> unthrown(Diagram diagram) {
        return diagram.all(CatchEvent.class).stream()
                .flatMap(event -> Diagram.definition(event, ErrorEventDefinition.class)
                        .map(ErrorEventDefinition::getError)
                        .map(Error::getErrorCode)
                        .filter(code -> !caught(diagram, event).contains(code))
                        .map(code -> diagram.warning(
                                event,
                                RULE,
                                "nothing here ever refuses with the code " + code + ": no order will go this way.",
                                "Take the event away, or give it the code that is meant."))
                        .stream());
    }

    private static Set<String> caught(Diagram diagram, CatchEvent event) {
        return diagram.nodes().stream()
                .flatMap(node ->
                        thrown(node).filter(code -> diagram.catcher(node, code).equals(Optional.of(event))))
                .collect(Collectors.toSet());
    }

    /** Returns the error codes that a node may end with, as an end event or because its delegate refuses. */
    static Stream<String> thrown(FlowNode node) {
        if (node instanceof EndEvent end) {
            return Diagram.definition(end, ErrorEventDefinition.class)
                    .map(ErrorEventDefinition::getError)
                    .map(Error::getErrorCode)
                    .stream();
        }
        return node instanceof ServiceTask
                ? Diagram.step(node).map(Needed.REFUSALS::get).stream().flatMap(Set::stream)
                : Stream.empty();
    }
}
