package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.junit.jupiter.api.Test;

/**
 * What the code calls by a name of the diagrams, it calls by one constant of the vocabulary. Processes are held against
 * the files by {@code ProcessCommandGuardTests}, waits, messages and refusals by {@link ProcessModelCodeTests}.
 */
class VocabularyTests {

    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile(
            "\\b(Task|Event|StartEvent|EndEvent|Gateway|SubProcess|CallActivity|Flow|Message|Error)_[A-Z]\\w+");
    private static final Pattern VARIABLE =
            Pattern.compile("(([gs]et|has|remove)Variable\\w*\\((\\s*[^\"();]+,)?\\s*\"|v\\.name_ = '\\w+')[^;]*");
    /** The first two say what of a diagram the application needs; SkeletonTests and the corpus hold them. */
    private static final Set<String> VOCABULARY = Set.of(
            "Needed.java",
            "Losses.java",
            "ProcessKey.java",
            "Step.java",
            "AwaitStep.java",
            "End.java",
            "OrderMessage.java",
            "OrderVariables.java");
    /** A word for people, which is no name of a process. */
    private static final String LABEL = "TaskList.java \"Return\"";

    @Test
    void everyStepIsDrawn() {
        assertThat(Diagram.all()
                        .flatMap(diagram -> diagram.all(Task.class).stream())
                        .map(BaseElement::getId))
                .containsAll(Stream.of(Step.values()).map(Step::inDiagram).collect(Collectors.toSet()));
    }

    @Test
    void everyEndIsDrawn() {
        assertThat(Diagram.all()
                        .flatMap(diagram -> diagram.all(EndEvent.class).stream())
                        .map(BaseElement::getId))
                .containsAll(Stream.of(End.values()).map(End::inDiagram).collect(Collectors.toSet()));
    }

    @Test
    void idsOfElementsStandInTheVocabularyAlone() {
        assertThat(sources()
                        .flatMap(file -> literals(file)
                                .filter(literal -> ID.matcher(literal).find())
                                .map(literal -> file.getFileName() + " " + literal)))
                .isEmpty();
    }

    @Test
    void namesOfProcessesAndMessagesStandInTheVocabularyAlone() {
        Set<String> names = new TreeSet<>(ProcessKey.all());
        names.addAll(OrderMessage.all());
        Pattern named = Pattern.compile("[\"'](%s)[\"']".formatted(String.join("|", names)));

        assertThat(sources()
                        .flatMap(file -> literals(file)
                                .filter(literal -> named.matcher(literal).find())
                                .map(literal -> file.getFileName() + " " + literal)
                                .filter(found -> !found.equals(LABEL))))
                .isEmpty();
    }

    @Test
    void variablesAreReadAndWrittenByTheirConstants() throws IOException {
        for (Path file : sources().toList()) {
            assertThat(VARIABLE.matcher(Files.readString(file)).results().map(MatchResult::group))
                    .as(file.getFileName().toString())
                    .isEmpty();
        }
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !VOCABULARY.contains(file.getFileName().toString()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> literals(Path file) {
        try {
            List<String> found = LITERAL.matcher(Files.readString(file))
                    .results()
                    .map(literal -> literal.group())
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
