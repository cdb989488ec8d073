package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class that does not take every node and every flow of every diagram, and names what it missed. Reads the
 * report that the coverage library has written for the class, so it must be registered before Spring's extension.
 *
 * <p>Compensation boundary events do not count: the engine never enters them, only the handlers behind them, which count.
 */
class CompleteCoverage implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Path report = Path.of("target/process-test-coverage", context.getRequiredTestClass().getName(), "report.json");
        Set<String> missed = elementsOfAllDiagrams();
        missed.removeAll(new JsonMapper().readTree(report.toFile()).findValuesAsText("definitionKey"));
        assertThat(missed).as("nodes and flows that no path test takes").isEmpty();
    }

    private static Set<String> elementsOfAllDiagrams() throws IOException {
        Set<String> ids = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn")).forEach(file -> ids.addAll(elements(file)));
        }
        return ids;
    }

    private static Set<String> elements(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Set<String> ids = new HashSet<>();
        model.getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                .filter(element -> !isCompensation(element)).forEach(element -> ids.add(element.getId()));
        return ids;
    }

    private static boolean isCompensation(FlowElement element) {
        return element instanceof BoundaryEvent boundary
                && boundary.getEventDefinitions().stream().anyMatch(CompensateEventDefinition.class::isInstance);
    }
}
