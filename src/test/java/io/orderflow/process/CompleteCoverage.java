package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class that does not take every node and every flow of the diagrams that it {@link Covers}, and names
 * what it missed. Reads the report that the coverage library has written for the class, so it must be registered before
 * Spring's extension.
 *
 * <p>Compensation boundary events and the throwing ends of links do not count: the engine never enters them, only the
 * handlers behind them, and the catching ends, which count.
 */
class CompleteCoverage implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Path report = Path.of(
                "target/process-test-coverage", context.getRequiredTestClass().getName(), "report.json");
        Set<String> missed = elements(context.getRequiredTestClass().getAnnotation(Covers.class));
        new JsonMapper()
                .readTree(report.toFile())
                .findParents("definitionKey")
                .forEach(event -> missed.remove(key(
                        event.path("modelKey").asText(),
                        event.path("definitionKey").asText())));
        assertThat(missed).as("nodes and flows that no path test takes").isEmpty();
    }

    private static Set<String> elements(Covers covered) {
        return Stream.of(covered.value())
                .flatMap(process -> elements(process).map(id -> key(process, id)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> elements(String process) {
        return Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile())
                .getModelElementsByType(FlowElement.class)
                .stream()
                .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                .filter(element -> !isNeverEntered(element))
                .map(FlowElement::getId);
    }

    /** The same step may stand in several diagrams under the same id. */
    private static String key(String process, String id) {
        return process + "#" + id;
    }

    private static boolean isNeverEntered(FlowElement element) {
        return element instanceof BoundaryEvent boundary
                        && boundary.getEventDefinitions().stream().anyMatch(CompensateEventDefinition.class::isInstance)
                || element instanceof ThrowEvent thrown
                        && thrown.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
    }
}
