package io.orderflow.process.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** The fields of a form, by their keys. They are what an answer to the form may have, and what it must have. */
final class FormFields {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> CHOICES = Set.of("radio", "select");

    private final Map<String, JsonNode> fields;

    private FormFields(Map<String, JsonNode> fields) {
        this.fields = fields;
    }

    /** Returns the fields of the form that is deployed for the task; empty if the task has no form. */
    static Optional<FormFields> of(Task task, FormService forms) {
        return forms.getTaskFormData(task.getId()).getCamundaFormRef() == null
                ? Optional.empty()
                : Optional.of(read(forms.getDeployedTaskForm(task.getId())));
    }

    /** Reads a form, which is checked when it is deployed. */
    static FormFields read(InputStream form) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        try (form) {
            parts(JSON.readTree(form))
                    .filter(part -> part.hasNonNull("key"))
                    .forEach(field -> fields.put(field.path("key").asText(), field));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FormFields(fields);
    }

    private static Stream<JsonNode> parts(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(part -> Stream.concat(Stream.of(part), parts(part)));
    }

    Set<String> keys() {
        return fields.keySet();
    }

    /**
     * Checks that the answer has only fields of the form, all that it always asks for, and of a choice one that it
     * offers.
     *
     * @throws org.camunda.bpm.engine.BadUserRequestException if it has not
     */
    void check(Map<String, @Nullable Object> given) {
        given.keySet().stream()
                .filter(name -> !fields.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw RefusedAnswers.because(
                            "%s is no answer: the form asks for %s".formatted(name, fields.keySet()));
                });
        fields.forEach((name, field) -> check(name, field, given.get(name)));
    }

    private static void check(String name, JsonNode field, @Nullable Object value) {
        boolean missing = value == null || "".equals(value);
        if (isNeeded(field) && (missing || Boolean.FALSE.equals(value))) {
            throw RefusedAnswers.because("%s must be given".formatted(name));
        }
        if (value != null
                && !missing
                && CHOICES.contains(field.path("type").asText())
                && !isOffered(field.path("values"), value)) {
            throw RefusedAnswers.because("%s must be a choice of the form".formatted(name));
        }
    }

    /** Returns whether the form always asks for the field. One that may be hidden is left to the form. */
    private static boolean isNeeded(JsonNode field) {
        return field.path("validate").path("required").asBoolean()
                && field.path("conditional").isMissingNode()
                && !field.path("disabled").asBoolean()
                && !field.path("readonly").asBoolean();
    }

    /** Returns whether a choice is offered. Choices that come from a variable or an expression are not known here. */
    private static boolean isOffered(JsonNode choices, Object value) {
        return choices.isMissingNode()
                || StreamSupport.stream(choices.spliterator(), false)
                        .anyMatch(choice -> choice.path("value").asText().equals(String.valueOf(value)));
    }
}
