package io.orderflow.process.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;

/**
 * The exception for a refused deployment. It is the engine's own for a diagram that it cannot read: its REST API
 * answers 400 with the sentences as {@code message}, which Camunda Modeler shows, and lists the elements by file.
 */
final class ModelRefusal {

    private ModelRefusal() {}

    /** Returns an exception of the engine, because its clients know its exceptions by their names. */
    static ParseException of(List<ModelFinding> findings) {
        ParseException refusal = new ParseException(message(findings), "", List.of(), List.of());
        refusal.getResorceReports().clear();
        byFile(findings)
                .forEach((file, found) -> refusal.getResorceReports()
                        .addAll(new ParseException("", file, List.copyOf(found), List.of()).getResorceReports()));
        return refusal;
    }

    private static String message(List<ModelFinding> findings) {
        return findings.stream()
                .map(ModelFinding::sentence)
                .collect(Collectors.joining("\n* ", "Nothing was deployed:\n* ", ""));
    }

    private static Map<String, List<RefusedElement>> byFile(List<ModelFinding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        ModelFinding::file,
                        LinkedHashMap::new,
                        Collectors.mapping(RefusedElement::new, Collectors.toList())));
    }

    private record RefusedElement(ModelFinding finding) implements Problem {

        @Override
        public String getMessage() {
            return finding.message() + " " + finding.remedy();
        }

        @Override
        public int getLine() {
            return 0;
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public String getMainElementId() {
            return finding.element();
        }

        @Override
        public List<String> getElementIds() {
            return List.of(finding.element());
        }
    }
}
