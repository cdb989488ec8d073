package io.orderflow.process.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderflow.web.ApiProblem;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.http.HttpStatus;

/**
 * The HTTP status of what failed in the engine's APIs: it tells a caller's mistake from our failure. A mistake is what
 * the engine itself rejects, and what goes wrong before the engine is called. What fails in a step of a process is a
 * failure.
 */
final class ErrorStatus {

    private static final String ENGINE = "org.camunda.bpm.engine.";
    /** The package in which Jersey reads the parameters of a method, also those of forms. */
    private static final String PARAMETERS = "org.glassfish.jersey.server.internal.inject.";

    private static final Pattern ABSENT =
            Pattern.compile("(?i)(cannot|could not|couldn't) find|\\bno .*found|not found|not exist");
    private static final Pattern OBJECTION = Pattern.compile("ENGINE-13\\d{3} ");
    private static final Pattern UNCAUGHT = Pattern.compile("ENGINE-0204[23] ");
    /** The HTTP status by the first two digits of an SQL state. */
    private static final Map<String, Integer> REFUSED_BY_THE_DATABASE = Map.of("22", 400, "23", 409);

    private ErrorStatus() {}

    /** Returns the HTTP status: 4xx for a mistake, 500 for a failure. */
    static int status(Throwable failure) {
        return status(failure, cause(failure));
    }

    /** Returns the exception that the REST layer has only wrapped. */
    static Throwable cause(Throwable failure) {
        return failure instanceof RestException && failure.getCause() != null ? failure.getCause() : failure;
    }

    static boolean isTooLarge(Throwable failure) {
        return bodyProblem(failure)
                .filter(problem -> problem.status() == HttpStatus.PAYLOAD_TOO_LARGE)
                .isPresent();
    }

    /** What was wrong with the body where it was read: too large, too late or broken. */
    private static Optional<ApiProblem> bodyProblem(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(ApiProblem.class::isInstance)
                .map(ApiProblem.class::cast)
                .findFirst();
    }

    private static int status(Throwable failure, Throwable cause) {
        Optional<ApiProblem> body = bodyProblem(failure);
        if (body.isPresent()) {
            return body.get().status().value();
        }
        if (failure instanceof WebApplicationException refused) {
            return refused.getResponse().getStatus();
        }
        if (failure instanceof RestException told
                && told.getStatus() != null
                && told.getStatus().getStatusCode() < 500) {
            return told.getStatus().getStatusCode();
        }
        if (cause instanceof ProcessEngineException refusal) {
            return status(refusal);
        }
        if (cause instanceof RestException) {
            return isAboutSomethingAbsent(cause) ? 404 : isObjection(cause) ? 400 : 500;
        }
        return cause instanceof JsonProcessingException || isBeforeTheEngine(cause) || isOfTheEngine(cause) ? 400 : 500;
    }

    private static int status(ProcessEngineException refusal) {
        if (refusal instanceof AuthorizationException) {
            return 403;
        }
        if (refusal instanceof OptimisticLockingException
                || refusal instanceof TaskAlreadyClaimedException
                || refusal instanceof SuspendedEntityInteractionException) {
            return 409;
        }
        if (refusal instanceof ParseException || refusal instanceof MigratingProcessInstanceValidationException) {
            return 400;
        }
        if (refusal instanceof BadUserRequestException) {
            return refusal instanceof NotFoundException ? 404 : 400;
        }
        if (refusal instanceof ProcessEnginePersistenceException) {
            return REFUSED_BY_THE_DATABASE.getOrDefault(sqlClass(refusal), 500);
        }
        if (isThrownInVain(refusal) || isOfTable(refusal)) {
            return 400;
        }
        if (refusal.getCause() != null || isInStep(refusal)) {
            return 500;
        }
        return isAboutSomethingAbsent(refusal) ? 404 : 400;
    }

    private static boolean isAboutSomethingAbsent(Throwable refusal) {
        return refusal.getMessage() != null
                && ABSENT.matcher(refusal.getMessage()).find();
    }

    private static String sqlClass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().substring(0, 2);
            }
        }
        return "";
    }

    private static boolean isInStep(Throwable failure) {
        return frames(failure).anyMatch(name -> name.startsWith(ENGINE + "impl.bpmn.behavior."));
    }

    /** Returns whether a person threw an error or escalation at a task that no event of the diagram catches. */
    private static boolean isThrownInVain(Throwable failure) {
        Throwable first = failure.getCause() == null ? failure : failure.getCause();
        return UNCAUGHT.matcher(String.valueOf(first.getMessage())).find()
                && frames(failure).anyMatch(name -> name.startsWith(ENGINE + "impl.cmd.HandleTask"));
    }

    /** Returns whether a person tried a decision table with values that it cannot compare. */
    private static boolean isOfTable(Throwable failure) {
        return !isInStep(failure)
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(cause -> cause.getClass().getName().startsWith("org.camunda.bpm.dmn."));
    }

    /**
     * Returns whether the message has the error code of a command that the engine rejected. The REST layer keeps only
     * the message of some exceptions.
     */
    private static boolean isObjection(Throwable failure) {
        return OBJECTION.matcher(String.valueOf(failure.getMessage())).find();
    }

    private static Stream<String> frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getClassName);
    }

    /**
     * Returns whether the engine itself ran into null. In a few places it does not check what it was given or has not
     * found.
     */
    private static boolean isOfTheEngine(Throwable failure) {
        return failure instanceof NullPointerException
                && !isInStep(failure)
                && thrower(failure).startsWith(ENGINE + "impl.");
    }

    /**
     * Returns whether the REST layer failed. It only reads requests, so something in the request is wrong or missing.
     */
    private static boolean isBeforeTheEngine(Throwable failure) {
        return firstFrame(failure, name -> name.startsWith(ENGINE)).startsWith(ENGINE + "rest.")
                || thrower(failure).startsWith(PARAMETERS);
    }

    private static String thrower(Throwable failure) {
        return firstFrame(failure, name -> !name.startsWith("java."));
    }

    private static String firstFrame(Throwable failure, Predicate<String> wanted) {
        return frames(failure).filter(wanted).findFirst().orElse("");
    }
}
