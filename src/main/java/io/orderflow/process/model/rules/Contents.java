package io.orderflow.process.model.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.process.model.ModelFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/**
 * What a file defines, and what its diagram refers to.
 *
 * @param file the file
 * @param defines all that others can refer to
 * @param refers the references from elements of the diagram
 * @param diagram the file as a diagram; empty if it is none
 * @param table the file as a table; empty if it is none
 * @param unreadable why it cannot be read; empty if it can
 */
record Contents(
        ModelFile file,
        List<Key> defines,
        List<Reference> refers,
        Optional<Diagram> diagram,
        Optional<DmnModelInstance> table,
        Optional<String> unreadable) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The kind of thing that has a key. */
    enum Kind {
        PROCESS("process"),
        DECISION("table"),
        FORM("form");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** The key by which something is referred to. */
    record Key(Kind kind, String id) {

        @Override
        public String toString() {
            return kind + " “" + id + "”";
        }
    }

    /**
     * A reference from an element of a diagram.
     *
     * @param together whether the target must be in the same deployment
     */
    record Reference(FlowNode from, Key to, boolean together) {}

    static Contents of(ModelFile file) {
        try {
            if (file.name().endsWith(".bpmn")) {
                return ofDiagram(file, Diagram.of(file));
            }
            return file.name().endsWith(".dmn")
                    ? ofTable(file, Dmn.readModelFromStream(new ByteArrayInputStream(file.content())))
                    : ofForm(file);
        } catch (ModelException | JsonProcessingException e) {
            String reason = Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .reduce((outer, inner) -> inner)
                    .map(Throwable::getMessage)
                    .orElse("");
            return new Contents(
                    file,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(String.valueOf(reason)));
        }
    }

    private static Contents ofDiagram(ModelFile file, Diagram diagram) {
        List<Key> processes = diagram.processes().stream()
                .filter(Process::isExecutable)
                .map(process -> new Key(Kind.PROCESS, process.getId()))
                .toList();
        return new Contents(
                file, processes, references(diagram), Optional.of(diagram), Optional.empty(), Optional.empty());
    }

    private static List<Reference> references(Diagram diagram) {
        Stream<Reference> forms = diagram.all(UserTask.class).stream()
                .flatMap(task -> to(task, Kind.FORM, task.getCamundaFormRef(), task.getCamundaFormRefBinding()));
        Stream<Reference> tables = diagram.all(BusinessRuleTask.class).stream()
                .flatMap(task ->
                        to(task, Kind.DECISION, task.getCamundaDecisionRef(), task.getCamundaDecisionRefBinding()));
        Stream<Reference> calls = diagram.all(CallActivity.class).stream()
                .flatMap(
                        call -> to(call, Kind.PROCESS, call.getCalledElement(), call.getCamundaCalledElementBinding()));
        return Stream.of(forms, tables, calls).flatMap(it -> it).toList();
    }

    private static Stream<Reference> to(FlowNode from, Kind kind, String id, String binding) {
        return id == null
                ? Stream.empty()
                : Stream.of(new Reference(from, new Key(kind, id), "deployment".equals(binding)));
    }

    private static Contents ofTable(ModelFile file, DmnModelInstance table) {
        List<Key> decisions = table.getModelElementsByType(Decision.class).stream()
                .map(decision -> new Key(Kind.DECISION, decision.getId()))
                .toList();
        return new Contents(file, decisions, List.of(), Optional.empty(), Optional.of(table), Optional.empty());
    }

    private static Contents ofForm(ModelFile file) throws JsonProcessingException {
        String id = JSON.readTree(new String(file.content(), StandardCharsets.UTF_8))
                .path("id")
                .asText();
        return new Contents(
                file, List.of(new Key(Kind.FORM, id)), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns what must be in the same deployment. */
    Set<Key> needed() {
        return refers.stream().filter(Reference::together).map(Reference::to).collect(Collectors.toSet());
    }

    boolean isSameAs(Contents other) {
        return Arrays.equals(file.content(), other.file.content());
    }
}
