package io.orderflow.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * One thing that is wrong with a request, as it stands in the {@code errors} of a {@code VALIDATION_FAILED} problem.
 *
 * @param field the path of the JSON member, such as {@code items[0].quantity}, or the name of the parameter or header
 * @param message what is wrong with it, for the caller to read; nothing secret, no class names
 */
public record Violation(String field, String message) {

    /** The 400 problem that names these violations. */
    public static ApiProblem problem(List<Violation> violations) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED").with("errors", List.copyOf(violations));
    }

    /** The 400 problem for one field. */
    public static ApiProblem problem(String field, String message) {
        return problem(List.of(new Violation(field, message)));
    }
}
