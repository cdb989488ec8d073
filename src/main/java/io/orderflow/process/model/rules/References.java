package io.orderflow.process.model.rules;

import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.rules.Contents.Key;
import io.orderflow.process.model.rules.Contents.Kind;
import io.orderflow.process.model.rules.Contents.Reference;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rule that the forms, tables and processes to which a diagram refers are in its own deployment or in use. */
@Component
class References implements DiagramRule {

    private static final String RULE = "references";

    @Override
    public Stream<ModelFinding> check(Diagram diagram, Surroundings around) {
        return around.contents().stream()
                .filter(file -> file.diagram().filter(diagram::equals).isPresent())
                .flatMap(file -> file.refers().stream())
                .filter(reference -> !isThere(reference, around))
                .map(reference -> diagram.refused(
                        reference.from(),
                        RULE,
                        "the " + reference.to() + " is " + where(reference) + ": " + loss(reference.to()) + ".",
                        "Send its file along, or correct the id."));
    }

    private static boolean isThere(Reference reference, Surroundings around) {
        return around.holds(reference.to()) || !reference.together() && around.isLive(reference.to());
    }

    private static String where(Reference reference) {
        return reference.together() ? "neither in this deployment nor in use" : "not in use, and was not sent";
    }

    private static String loss(Key to) {
        return to.kind() == Kind.FORM
                ? "whoever opens the task would see an error, and could not complete it"
                : "every order that gets there would fail";
    }
}
