package io.orderflow.process.model;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Only diagrams, tables and forms are deployed. Anything else would be code (a script, a page with scripts in it) or a
 * model under a name that the other rules do not go by.
 */
@Component
class KnownFiles implements ModelRule {

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()-]{0,120}\\.(?:bpmn|dmn|form)");

    @Override
    public Stream<Finding> check(ModelFile file) {
        return NAME.matcher(file.name()).matches()
                ? Stream.empty()
                : Stream.of(
                        Finding.ofFile(
                                file,
                                "known-files",
                                "this is no file that may be deployed.",
                                "Deploy diagrams (.bpmn), decision tables (.dmn) and Camunda forms (.form) only, by plain names."));
    }
}
