package io.orderflow.process.doors;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineErrorTests {

    private static final String REST = "org.camunda.bpm.engine.rest.impl.TaskRestServiceImpl";
    private static final String ENGINE = "org.camunda.bpm.engine.impl.TaskServiceImpl";
    private static final String DELEGATE = "io.orderflow.process.returning.RecordDecision";
    private static final String STEP = "org.camunda.bpm.engine.impl.bpmn.behavior.ClassDelegateActivityBehavior";

    @ParameterizedTest
    @CsvSource({"22001, 400", "22021, 400", "23505, 409", "08006, 500", "42601, 500", ", 500"})
    void takesForAMistakeWhatTheDatabaseRefusesToStore(String state, int status) {
        var failure = new ProcessEnginePersistenceException(
                "insert into act_ru_task", new SQLException("value 'Kim'", state));

        EngineError error = EngineError.of(failure);

        assertThat(error.status()).isEqualTo(status);
        assertThat(error.message()).doesNotContain("act_ru_task").doesNotContain("Kim");
    }

    @Test
    void takesForAMistakeWhatBreaksBeforeTheEngineIsEntered() {
        assertThat(statusOf(at(new NullPointerException("dto"), "java.util.Objects", REST, ENGINE)))
                .isEqualTo(400);
        assertThat(statusOf(at(
                        new IllegalStateException("no form"),
                        "org.glassfish.jersey.server.internal.inject.FormParamValueParamProvider")))
                .isEqualTo(400);
        assertThat(EngineError.of(at(new NullPointerException("dto"), REST)).message())
                .doesNotContain("dto");
        assertThat(statusOf(at(new IllegalArgumentException("dto"), ENGINE, REST)))
                .isEqualTo(500);
        assertThat(statusOf(at(new IllegalStateException(), DELEGATE, STEP, REST)))
                .isEqualTo(500);
    }

    @Test
    void takesForAMistakeWhatTheEngineObjectsToAndForAFailureWhatFailsInAStep() {
        assertThat(statusOf(at(new ProcessEngineException("no such sorting"), ENGINE)))
                .isEqualTo(400);
        assertThat(statusOf(at(new ProcessEngineException("no such sorting"), ENGINE, STEP)))
                .isEqualTo(500);
        assertThat(statusOf(at(new NullValueException("Cannot find task with id x: task is null"), ENGINE)))
                .isEqualTo(404);
        assertThat(statusOf(new ProcessEngineException("while reading", new IllegalStateException())))
                .isEqualTo(500);
        assertThat(statusOf(new AuthorizationException("no"))).isEqualTo(403);
        assertThat(statusOf(new OptimisticLockingException("again"))).isEqualTo(409);
    }

    @Test
    void takesForAMistakeThatTheEngineGoesOnWithWhatItWasNotGiven() {
        assertThat(statusOf(at(new NullPointerException("task"), ENGINE, REST))).isEqualTo(400);
        assertThat(statusOf(at(new NullPointerException("id"), "java.util.regex.Matcher", ENGINE)))
                .isEqualTo(400);
        assertThat(statusOf(at(new NullPointerException("task"), ENGINE, STEP, REST)))
                .isEqualTo(500);
        assertThat(statusOf(at(new NullPointerException("task"), DELEGATE, ENGINE)))
                .isEqualTo(500);
    }

    @Test
    void takesForAMistakeAnErrorThatAPersonThrowsInVainAndForAFailureOneThatAStepThrows() {
        String byHand = "org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd";

        assertThat(statusOf(at(new ProcessEngineException("ENGINE-02043 throws an escalation"), STEP, byHand)))
                .isEqualTo(400);
        assertThat(statusOf(at(new ProcessEngineException("ENGINE-02043 throws an escalation"), STEP, ENGINE)))
                .isEqualTo(500);
        assertThat(statusOf(new RestException(INTERNAL_SERVER_ERROR, "ENGINE-13054 must not be negative")))
                .isEqualTo(400);
    }

    @Test
    void tellsWhyAnAnswerWasRefusedInAStep() {
        var refused = at(new BadUserRequestException("returnDecision must be one of [APPROVE]"), DELEGATE, STEP);
        var failure =
                new RestException(INTERNAL_SERVER_ERROR, refused, "Cannot complete task 7: " + refused.getMessage());

        assertThat(EngineError.of(failure))
                .isEqualTo(new EngineError(
                        400, "RestException", "Cannot complete task 7: returnDecision must be one of [APPROVE]"));
    }

    @Test
    void namesNoClass() {
        var failure = new RestException(
                BAD_REQUEST,
                "org.camunda.bpm.engine.MismatchingMessageCorrelationException: "
                        + "Cannot correlate message 'x'; not of type java.util.Date, see orders.example.com");

        assertThat(EngineError.of(failure).message())
                .isEqualTo("Cannot correlate message 'x'; not of type Date, see orders.example.com");
    }

    @Test
    void tellsNothingOfAFailure() {
        EngineError error = EngineError.of(at(new IllegalStateException("jdbc:postgresql://db"), ENGINE));

        assertThat(error)
                .isEqualTo(new EngineError(
                        500,
                        "RestException",
                        "The request could not be processed because of an error "
                                + "on our side. It has been recorded."));
        assertThat(error.isFailure()).isTrue();
    }

    private static int statusOf(Throwable failure) {
        return EngineError.of(failure).status();
    }

    private static <T extends Throwable> T at(T failure, String... classes) {
        StackTraceElement[] frames = new StackTraceElement[classes.length];
        for (int i = 0; i < classes.length; i++) {
            frames[i] = new StackTraceElement(classes[i], "call", null, 1);
        }
        failure.setStackTrace(frames);
        return failure;
    }
}
