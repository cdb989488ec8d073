package io.orderflow.web;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A problem: an answer of the API that is no success. It is sent as {@code application/problem+json} with a stable
 * {@code code}. Its title and detail come from the message bundle, under {@code problem.CODE.title} and
 * {@code problem.CODE.detail}, in the caller's language. A problem with arguments uses
 * {@code problem.CODE.detail.named} if it exists, and one with a cause {@code problem.CODE.detail.CAUSE}.
 */
public class ApiProblem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient @Nullable Object[] arguments;
    private final transient Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private String detail;
    private transient @Nullable Duration retryAfter;

    /**
     * @param status the HTTP status
     * @param code the stable code in upper case
     * @param arguments the values for the placeholders of the message {@code .detail.named}; none of them is secret
     */
    public ApiProblem(HttpStatus status, String code, @Nullable Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments.clone();
        this.detail = arguments.length == 0 ? "detail" : "detail.named";
    }

    /** Adds the cause, as the member {@code cause} and with a detail of its own; returns this problem. */
    public ApiProblem because(Enum<?> cause) {
        detail = "detail." + cause.name();
        return with("cause", cause);
    }

    /**
     * Adds a member to the problem body, such as {@code shortages}; returns this problem.
     *
     * @param value as it becomes JSON; null becomes null
     */
    public ApiProblem with(String name, @Nullable Object value) {
        properties.put(name, value);
        return this;
    }

    /**
     * Sets the time after which a client may try again, for the header {@code Retry-After}; returns this problem.
     *
     * @param wait how long; it is sent in whole seconds, rounded up
     */
    public ApiProblem retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    /** Returns the value of {@code Retry-After} in whole seconds, rounded up; empty if no time was set. */
    Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter)
                .map(wait ->
                        Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
    }

    /** The HTTP status of the answer. */
    public HttpStatus status() {
        return status;
    }

    /** The contract's stable code in upper case. */
    public String code() {
        return code;
    }

    /** Returns the key of the detail in the message bundle, after {@code problem.CODE.}. */
    String detail() {
        return detail;
    }

    /** What the placeholders of the message stand for; one that is not known is null. */
    public @Nullable Object[] arguments() {
        return arguments.clone();
    }

    /** The further members of the body, in the order in which they were added. */
    public Map<String, @Nullable Object> properties() {
        return Collections.unmodifiableMap(properties); // This keeps the order and allows nulls.
    }
}
