package io.orderflow.process.doors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * What a caller of the engine's APIs is told when something went wrong.
 *
 * @param status the HTTP status: 4xx for the caller's mistake, 500 for our failure
 * @param type the name by which clients of the engine know the error
 * @param message the message for people, without class names and SQL
 */
record EngineError(int status, String type, String message) {

    private static final Pattern CLASS_NAME = Pattern.compile(
            "\\b(?:javax?|jakarta|org|com|io)\\.(?:[a-z]\\w*\\.)*(?=[A-Z])(?:\\w*(?:Exception|Error): )?");

    static EngineError of(Throwable failure) {
        int status = ErrorStatus.status(failure);
        if (status >= 500) {
            return new EngineError(
                    500,
                    "RestException",
                    "The request could not be processed because of an error on our side. " + "It has been recorded.");
        }
        return new EngineError(status, type(failure), message(failure, ErrorStatus.cause(failure)));
    }

    boolean isFailure() {
        return status >= 500;
    }

    private static String type(Throwable failure) {
        boolean known = failure instanceof RestException || failure instanceof ProcessEngineException;
        return known ? failure.getClass().getSimpleName() : "InvalidRequestException";
    }

    private static String message(Throwable failure, Throwable cause) {
        if (ErrorStatus.isTooLarge(failure)) {
            return "The body is too large.";
        }
        if (cause instanceof ProcessEnginePersistenceException) {
            return "A value is too long, cannot be stored, or contradicts what is stored already.";
        }
        if (cause instanceof JsonProcessingException unread) {
            return "The body is not the JSON that is expected here" + place(unread) + ".";
        }
        boolean worded = failure instanceof WebApplicationException
                || failure instanceof RestException
                || failure instanceof ProcessEngineException;
        return worded && failure.getMessage() != null
                ? CLASS_NAME.matcher(failure.getMessage()).replaceAll("")
                : "Something is missing from the request, or of the wrong kind.";
    }

    private static String place(JsonProcessingException unread) {
        JsonLocation place = unread.getLocation();
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
