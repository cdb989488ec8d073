package io.orderflow.coupon.web;

import io.orderflow.web.ApiProblem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The problem {@code VALIDATION_FAILED} for an error that no annotation can find. */
final class Malformed extends ApiProblem {

    Malformed(String field, String message) {
        super(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED");
        with("errors", List.of(Map.of("field", field, "message", message)));
    }

    static void unless(boolean holds, String field, String message) {
        if (!holds) {
            throw new Malformed(field, message);
        }
    }
}
