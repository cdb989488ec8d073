package io.orderflow.process.model.rules;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.process.answers.TaskAnswers;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.ModelFinding.Severity;
import io.orderflow.process.model.rules.Contents.Key;
import io.orderflow.process.model.rules.Contents.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * The rule that the form of one of our tasks asks for exactly what completes the task, and shows each field when it is
 * needed. The form of a task that an analyst has added asks for nothing that the application uses itself.
 */
@Component
class FittingForms implements DiagramRule {

    private static final String RULE = "fitting-forms";
    private static final Set<String> CHOICES = Set.of("radio", "select");
    private static final Pattern HIDDEN =
            Pattern.compile("=\\s*(?<field>\\w+)\\s*(?<operator>!?=)\\s*(?<value>\"[^\"]*\"|true|false)\\s*");
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Stream<ModelFinding> check(Diagram diagram, Surroundings around) {
        return diagram.all(UserTask.class).stream()
                .filter(task ->
                        Needed.PROCESSES.contains(Diagram.processOf(task).getId()))
                .flatMap(task -> FormAnswers.OF.containsKey(task.getId())
                        ? ofOurTask(task, diagram, around)
                        : forms(task, around).flatMap(form -> taken(form, task, diagram)));
    }

    private static Stream<ModelFinding> ofOurTask(UserTask task, Diagram diagram, Surroundings around) {
        return task.getCamundaFormRef() == null
                ? Stream.of(diagram.refused(
                        task,
                        RULE,
                        "it has no form: whoever opens it would not see what it is about, nor how to answer.",
                        "Choose its Camunda form, with the binding deployment."))
                : forms(task, around)
                        .flatMap(form ->
                                new Form(form, task, requireNonNull(FormAnswers.OF.get(task.getId()))).findings());
    }

    private static Stream<ModelFile> forms(UserTask task, Surroundings around) {
        return around.contents().stream()
                .filter(file -> file.defines().contains(new Key(Kind.FORM, task.getCamundaFormRef())))
                .map(Contents::file);
    }

    private static Stream<ModelFinding> taken(ModelFile form, UserTask task, Diagram diagram) {
        return fields(read(form))
                .filter(field -> TaskAnswers.taken().contains(key(field)))
                .map(field -> diagram.refused(
                        task,
                        RULE,
                        "its form asks for “" + key(field)
                                + "”, which is a variable that the application uses itself: nobody could complete the task.",
                        "Give the field another key."));
    }

    private static JsonNode read(ModelFile form) {
        try {
            return JSON.readTree(new String(form.content(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    private static Stream<JsonNode> fields(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(
                        part -> Stream.concat(part.hasNonNull("key") ? Stream.of(part) : Stream.empty(), fields(part)));
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }

    private record Form(ModelFile file, UserTask task, FormAnswers expected) {

        Stream<ModelFinding> findings() {
            List<JsonNode> fields = fields(read(file)).toList();
            return Stream.of(
                            missing(fields),
                            fields.stream()
                                    .filter(field -> !expected.fields().contains(key(field)))
                                    .map(this::unknown),
                            fields.stream()
                                    .filter(field -> key(field).equals(expected.choice()))
                                    .flatMap(this::choice),
                            fields.stream()
                                    .filter(field -> expected.texts().contains(key(field)))
                                    .flatMap(this::text))
                    .flatMap(findings -> findings);
        }

        private Stream<ModelFinding> missing(List<JsonNode> fields) {
            Map<String, Long> count =
                    fields.stream().collect(Collectors.groupingBy(FittingForms::key, Collectors.counting()));
            return expected.fields().stream()
                    .filter(name -> count.getOrDefault(name, 0L) != 1)
                    .sorted()
                    .map(name -> new ModelFinding(
                            file.name(),
                            task.getId(),
                            Diagram.label(task),
                            Severity.REFUSED,
                            RULE,
                            "the field “" + name + "” is on the form " + count.getOrDefault(name, 0L)
                                    + " times: the person could not answer so that the task can be completed.",
                            "Ask for it once, by this key."));
        }

        private ModelFinding unknown(JsonNode field) {
            return refused(
                    field,
                    "“" + key(field) + "” is no answer to “" + Diagram.label(task)
                            + "”: with it, nobody could complete the task, and nothing is kept of it.",
                    "Ask for "
                            + String.join(
                                    ", ", expected.fields().stream().sorted().toList()) + " only.");
        }

        // ---- the choice

        private Stream<ModelFinding> choice(JsonNode field) {
            if (!CHOICES.contains(field.path("type").asText()) || isShut(field)) {
                return Stream.of(refused(
                        field, "nobody can choose here: the task could not be completed.", "Make it a choice of one."));
            }
            if (!field.path("conditional").path("hide").asText().isBlank()) {
                return Stream.of(refused(
                        field,
                        "the decision itself may be hidden: the task could not be completed.",
                        "Show it always."));
            }
            List<String> given = StreamSupport.stream(field.path("values").spliterator(), false)
                    .map(choice -> choice.path("value").toString())
                    .toList();
            if (!expected.offered().isEmpty()) {
                return expected.offered().equals(field.path("valuesKey").asText())
                        ? Stream.empty()
                        : Stream.of(refused(
                                field,
                                "the choices that the application offers (" + expected.offered()
                                        + ") are not shown: the person could choose what is not possible, or nothing.",
                                "Take the choices from the input data " + expected.offered() + "."));
            }
            return Stream.concat(
                    expected.answers().stream()
                            .filter(answer -> !given.contains(answer))
                            .map(answer -> refused(
                                    field,
                                    "the answer " + answer
                                            + " can no longer be given: orders that need it would wait for ever.",
                                    "Offer it again.")),
                    given.stream()
                            .filter(answer -> !expected.answers().contains(answer))
                            .map(answer -> refused(
                                    field,
                                    "the answer " + answer
                                            + " means nothing to the step behind the task: whoever gives it"
                                            + " could not complete the task.",
                                    "Offer " + String.join(", ", expected.answers()) + " only.")));
        }

        // ---- the texts

        private Stream<ModelFinding> text(JsonNode field) {
            String needing = expected.needing();
            Matcher hidden =
                    HIDDEN.matcher(field.path("conditional").path("hide").asText());
            boolean always = field.path("conditional").path("hide").asText().isBlank();
            if (!always && (!hidden.matches() || !hidden.group("field").equals(expected.choice()))) {
                return Stream.of(refused(
                        field,
                        "whether it is shown does not depend on “" + expected.choice()
                                + "” alone: it could be hidden when it is needed.",
                        "Hide it when " + expected.choice() + " is not " + needing + "."));
            }
            boolean hiddenWhenNeeded = !always && hides(hidden, needing);
            boolean shownOtherwise = always
                    || !hides(hidden, needing.equals("true") ? "false" : "true") && !hides(hidden, "\"anything else\"");
            boolean required = field.path("validate").path("required").asBoolean();
            if (hiddenWhenNeeded || isShut(field)) {
                return Stream.of(refused(
                        field,
                        "it is not shown, or cannot be filled in, when " + expected.choice() + " is " + needing
                                + ": the task could not be completed with that answer.",
                        "Hide it when " + expected.choice() + " is not " + needing + "."));
            }
            return required && shownOtherwise
                    ? Stream.of(refused(
                            field,
                            "it is asked for whatever the answer is: who gives another answer than " + needing
                                    + " could not complete the task.",
                            "Hide it when " + expected.choice() + " is not " + needing + "."))
                    : Stream.empty();
        }

        private static boolean hides(Matcher hidden, String value) {
            return hidden.group("value").equals(value)
                    == hidden.group("operator").equals("=");
        }

        private static boolean isShut(JsonNode field) {
            return field.path("disabled").asBoolean() || field.path("readonly").asBoolean();
        }

        private ModelFinding refused(JsonNode field, String message, String remedy) {
            return new ModelFinding(
                    file.name(),
                    field.path("id").asText(),
                    field.path("label").asText(),
                    Severity.REFUSED,
                    RULE,
                    message,
                    remedy);
        }
    }
}
