package io.orderflow.process.model;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rule that only diagrams, decision tables and forms are deployed. Any other file would be code (a script, a page
 * with scripts), or a model under a name that the other rules do not recognize.
 */
@Component
class KnownFiles implements ModelRule {

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()-]{0,120}\\.(?:bpmn|dmn|form)");

    @Override
    public Stream<ModelFinding> check(ModelFile file) {
        return NAME.matcher(file.name()).matches()
                ? Stream.empty()
                : Stream.of(
                        ModelFinding.ofFile(
                                file,
                                "known-files",
                                "this is no file that may be deployed.",
                                "Deploy diagrams (.bpmn), decision tables (.dmn) and Camunda forms (.form) only, by plain names."));
    }
}
