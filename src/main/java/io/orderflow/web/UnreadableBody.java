package io.orderflow.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.orderflow.web.json.UnfitText;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * The explanation of what is wrong with a JSON body and where. It does not use the parser's messages, which name our
 * classes.
 */
@Component
class UnreadableBody {

    private static final String WHOLE = "body";

    private final ViolationMessages wording;

    UnreadableBody(ViolationMessages wording) {
        this.wording = wording;
    }

    Violation explain(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() == null) {
            return new Violation(WHOLE, wording.of("missing"));
        }
        return unreadable.getCause() instanceof JsonMappingException e
                ? new Violation(path(e), message(e))
                : new Violation(WHOLE, wording.of("json"));
    }

    private String message(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return wording.of("unknown");
        }
        if (e instanceof UnfitText) {
            return wording.of("characters");
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return wording.of(
                    "enum",
                    Arrays.stream(format.getTargetType().getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
        if (e instanceof ValueInstantiationException
                && e.getCause() instanceof IllegalArgumentException refusal
                && refusal.getMessage() != null
                && isOurs(e)) {
            return refusal.getMessage();
        }
        return wording.of(e instanceof MismatchedInputException ? "type" : "json");
    }

    /** Whether the exception comes from a value of ours, whose messages are written for callers. */
    private static boolean isOurs(JsonMappingException e) {
        return ((ValueInstantiationException) e)
                .getType()
                .getRawClass()
                .getPackageName()
                .startsWith("io.orderflow");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? WHOLE : path.toString();
    }
}
