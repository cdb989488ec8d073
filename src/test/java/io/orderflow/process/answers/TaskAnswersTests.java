package io.orderflow.process.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The table of answers against the diagrams, the forms, and the ways of the engine. */
class TaskAnswersTests {

    /** The name of a variable at the beginning of an expression, and what a condition compares it with. */
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{\\s*([A-Za-z_]\\w*)(?:\\s*==\\s*'(\\w+)')?");

    private static final Pattern NAMED = Pattern.compile(
            "<camunda:(?:outputParameter|inputParameter) name=\"(\\w+)\"|(?:source|target)=\"(\\w+)\"|errorCodeVariable=\"(\\w+)\"");
    private static final Pattern DMN_NAME = Pattern.compile("<inputExpression[^>]*>\\s*<text>(\\w+)</text>");

    @Test
    void everyUserTaskHasItsRow() throws IOException {
        Set<String> drawn = userTasks().map(UserTask::getId).collect(Collectors.toSet());

        assertThat(Stream.of(TaskAnswers.values()).map(TaskAnswers::task)).containsExactlyInAnyOrderElementsOf(drawn);
    }

    @Test
    void gatewaysKnowNoOtherAnswer() throws IOException {
        Map<String, List<?>> choices = Stream.of(TaskAnswers.values())
                .flatMap(row -> row.answers().stream())
                .filter(answer -> !answer.isText())
                .collect(Collectors.toMap(AnswerField::name, AnswerField::choices));
        Set<String> asked = new HashSet<>();

        for (String model : files("processes", ".bpmn")) {
            EXPRESSION
                    .matcher(model)
                    .results()
                    .filter(found -> choices.containsKey(found.group(1)))
                    .forEach(found -> {
                        asked.add(found.group(1));
                        assertThat(choices.get(found.group(1)).contains(found.group(2)))
                                .as(found.group())
                                .isTrue();
                    });
        }

        assertThat(asked).containsExactlyInAnyOrder("returnDecision", "resolution", "settlement", "outcome");
    }

    /** These pass the engine by; a gateway that wanted one would find it only as long as nothing waits in between. */
    @Test
    void gatewaysGoByNothingThatPasses() throws IOException {
        Set<String> passing = Stream.of(TaskAnswers.values())
                .flatMap(row -> row.passing().stream())
                .collect(Collectors.toSet());

        assertThat(variablesOfTheModels()).doesNotContainAnyElementsOf(passing);
    }

    @Test
    void whatModelsAndDelegatesGoByIsNotForPeople() throws IOException {
        Set<String> ours = new TreeSet<>(variablesOfTheModels());
        ours.addAll(constants("OrderVariables"));
        ours.addAll(constants("CaseVariables"));
        ours.removeAll(TaskAnswers.names());
        ours.removeAll(beans());
        ours.removeAll(Set.of("execution", "BY_LINE"));

        assertThat(FreeAnswers.OURS).containsAll(ours);
    }

    @Test
    void everyWayToEndATaskIsGuarded() {
        Set<String> taking = Stream.of(TaskService.class, FormService.class)
                .flatMap(service -> Arrays.stream(service.getMethods()))
                .filter(method -> List.of(method.getParameterTypes()).contains(Map.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(HashSet::new));
        // For these a right is needed that ops have not.
        taking.removeAll(Set.of("setVariables", "setVariablesLocal", "submitStartForm", "submitStartFormData"));

        assertThat(Stream.of(AnswerGuard.COMPLETING, AnswerGuard.RESOLVING, AnswerGuard.GIVING_UP)
                        .flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(taking);
    }

    private static Stream<UserTask> userTasks() throws IOException {
        return paths("processes", ".bpmn").stream()
                .map(Path::toFile)
                .map(Bpmn::readModelFromFile)
                .flatMap((BpmnModelInstance model) -> model.getModelElementsByType(UserTask.class).stream());
    }

    private static Set<String> variablesOfTheModels() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String model : files("processes", ".bpmn")) {
            EXPRESSION.matcher(model).results().forEach(found -> names.add(found.group(1)));
            String drawn = model.replaceAll("<camunda:in [^>]*businessKey[^>]*>", "");
            NAMED.matcher(drawn)
                    .results()
                    .flatMap(found -> Stream.of(1, 2, 3).map(found::group))
                    .filter(name -> name != null)
                    .filter(name -> !name.contains("_"))
                    .forEach(names::add);
        }
        for (String table : files("processes", ".dmn")) {
            DMN_NAME.matcher(table).results().forEach(found -> names.add(found.group(1)));
        }
        names.removeAll(beans());
        return names;
    }

    private static Set<String> constants(String holder) throws IOException {
        String code = Files.readString(Path.of("src/main/java/io/orderflow/process", holder + ".java"));
        return Pattern.compile("static final String \\w+ = \"(\\w+)\"")
                .matcher(code)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** The delegates of the diagrams. */
    private static Set<String> beans() throws IOException {
        Set<String> beans = new HashSet<>();
        for (String model : files("processes", ".bpmn")) {
            Pattern.compile("delegateExpression=\"\\$\\{(\\w+)\\}\"")
                    .matcher(model)
                    .results()
                    .forEach(found -> beans.add(found.group(1)));
        }
        return beans;
    }

    private static List<String> files(String folder, String ending) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path path : paths(folder, ending)) {
            contents.add(Files.readString(path));
        }
        return contents;
    }

    private static List<Path> paths(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
