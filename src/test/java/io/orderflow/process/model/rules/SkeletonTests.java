package io.orderflow.process.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.process.model.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** What the rules say of our own diagrams is what those say. */
class SkeletonTests {

    static Set<String> processes() {
        return Needed.PROCESSES;
    }

    @ParameterizedTest
    @MethodSource("processes")
    void ourDiagramsGoExactlyTheWaysThatMustHold(String process) throws IOException {
        Diagram diagram = read(process);

        Stream<String> ways = Skeleton.of(
                        diagram, diagram.processes().iterator().next(), SkeletonTests::isElement)
                .lines(process)
                // What runs beside ends alone.
                .filter(line -> !line.equals("Order|way|EndEvent_FailureEscalated||Task_CompleteOrder"));

        assertThat(ways).containsExactlyInAnyOrderElementsOf(lines(process));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void ourDiagramsHoldWhatTheApplicationNeeds(String process) throws IOException {
        Diagram diagram = read(process);

        assertThat(Needed.of(process))
                .isNotEmpty()
                .allMatch(needed -> diagram.element(needed.id(), FlowNode.class)
                        .filter(needed.kind()::is)
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ${a == 'X'}                  ; X ; true
            ${a == 'X'}                  ; Y ; false
            ${a != 'X'}                  ; Y ; true
            ${a eq "X"}                  ; X ; true
            ${!a == 'X'}                 ; X ; false
            ${a == 'X' || a == 'Y'}      ; Y ; true
            ${a == 'X' && b == 'Y'}      ; X ;
            ${a == 'X' and b == 'Y'}     ; Z ; false
            ${b == 'X'}                  ; X ;
            ${a == 'X' or b == 'X'}      ; X ; true
            """)
    void conditionsHoldOrNotOrCannotBeDecided(String condition, String a, Boolean holds) {
        assertThat(Answers.holds(condition, Map.of("a", a))).isEqualTo(Optional.ofNullable(holds));
    }

    @Test
    void durationsAreReadAsTheEngineReadsThem() {
        assertThat(Limits.duration("P1DT2H").orElseThrow()).hasHours(26);
        assertThat(Limits.duration("P1M").orElseThrow()).hasDays(30);
        assertThat(Limits.duration("P1W").orElseThrow()).hasDays(7);
        assertThat(Limits.duration("1 day")).isEmpty();
    }

    /** Everything that has a meaning of its own; gateways, links and frames only lead on. */
    private static boolean isElement(FlowNode node) {
        return !(node instanceof Gateway || node instanceof SubProcess || Diagram.has(node, LinkEventDefinition.class));
    }

    private static Stream<String> allLines() throws IOException {
        return new ClassPathResource("skeletons.txt", Skeleton.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines();
    }

    private static List<String> lines(String process) throws IOException {
        return allLines().filter(line -> line.startsWith(process + "|")).toList();
    }

    private static Diagram read(String process) throws IOException {
        Path file = Path.of("processes", process + ".bpmn");
        return Diagram.of(new ModelFile(file.getFileName().toString(), Files.readAllBytes(file)));
    }
}
