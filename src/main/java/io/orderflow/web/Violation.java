package io.orderflow.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * One error in a request, for the member {@code errors} of the problem {@code VALIDATION_FAILED}.
 *
 * @param field the path of the JSON member, such as {@code items[0].quantity}, or the name of the parameter or header
 * @param message the error in words for the caller, without secrets and class names
 */
public record Violation(String field, String message) {

    /** Returns the problem 400 {@code VALIDATION_FAILED} with these violations. */
    public static ApiProblem problem(List<Violation> violations) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED").with("errors", List.copyOf(violations));
    }

    /** Returns the problem 400 {@code VALIDATION_FAILED} with one violation. */
    public static ApiProblem problem(String field, String message) {
        return problem(List.of(new Violation(field, message)));
    }
}
