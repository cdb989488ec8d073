package io.orderflow.process.doors;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers to all errors in the engine's REST API and in the webapps' own APIs. They replace the engine's mappers,
 * which answer 500 to many mistakes of callers and show class names. Modeler and the webapps still find {@code type}
 * and {@code message}; the other members are those of a problem. Jersey finds this class by itself in each of those
 * APIs.
 */
public class EngineAnswers implements Feature {

    private static final Logger LOG = LoggerFactory.getLogger(EngineAnswers.class);
    private static final int BEFORE_THE_ENGINES = 1;

    /**
     * Registers a mapper for each type that the engine has one for. Jersey takes the nearest type, then the lowest
     * priority value.
     */
    @Override
    public boolean configure(FeatureContext context) {
        List.of(Anything.class, OfTheEngine.class, OfItsApi.class, NoJson.class, OtherJson.class)
                .forEach(mapper -> context.register(mapper, BEFORE_THE_ENGINES));
        return true;
    }

    private static Response answer(Throwable failure) {
        EngineError error = EngineError.of(failure);
        if (error.isFailure()) {
            LOG.error("a request to the engine failed", failure);
        }
        return builder(failure, error.status())
                .type("application/problem+json")
                .entity(Body.of(failure, error))
                .build();
    }

    /** Returns a response with the headers of Jersey's own errors, such as the allowed methods. */
    private static Response.ResponseBuilder builder(Throwable failure, int status) {
        return failure instanceof WebApplicationException refused
                ? Response.fromResponse(refused.getResponse())
                : Response.status(status);
    }

    /** The members of the engine's answer and those of a problem, side by side. */
    record Body(@JsonUnwrapped ExceptionDto answer, String title, int status, String detail) {

        static Body of(Throwable failure, EngineError error) {
            ExceptionDto answer = ExceptionHandlerHelper.getInstance().fromException(failure);
            answer.setMessage(error.message());
            answer.setType(error.type());
            Response.Status status = Response.Status.fromStatusCode(error.status());
            return new Body(answer, status == null ? "" : status.getReasonPhrase(), error.status(), error.message());
        }
    }

    abstract static class Answering<E extends Throwable> implements ExceptionMapper<E> {

        @Override
        public Response toResponse(E failure) {
            return answer(failure);
        }
    }

    static class Anything extends Answering<Throwable> {}

    static class OfTheEngine extends Answering<ProcessEngineException> {}

    static class OfItsApi extends Answering<RestException> {}

    static class NoJson extends Answering<JsonParseException> {}

    static class OtherJson extends Answering<JsonMappingException> {}
}
