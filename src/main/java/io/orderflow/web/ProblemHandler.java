package io.orderflow.web;

import io.orderflow.shared.ProcessesOnHold;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The handler that turns whatever a controller or Spring MVC throws into a problem of the contract. */
@ControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;
    private final UnreadableBody unreadable;
    private final ViolationMessages wording;

    ProblemHandler(Problems problems, UnreadableBody unreadable, ViolationMessages wording) {
        this.problems = problems;
        this.unreadable = unreadable;
        this.wording = wording;
    }

    @ExceptionHandler
    ApiProblem refused(ApiProblem problem) {
        return problem;
    }

    /** Throws the exception again, because the filters of Spring Security answer it. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void notForAdvice(RuntimeException e) {
        throw e;
    }

    @ExceptionHandler
    ApiProblem rejectedByFirewall(RequestRejectedException e) {
        return Violation.problem("request", wording.of("characters"));
    }

    /**
     * Answers if a transaction collided or the database is not available: nothing was done, so the caller may try
     * again.
     */
    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ApiProblem tryAgain(Exception e, WebRequest request) {
        LOG.warn("{} could not get through to the database", endpoint(request), e);
        return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, "TRY_AGAIN").retryAfter(Duration.ofSeconds(1));
    }

    /** Answers a request that needs a suspended process; an administrator will activate the process again. */
    @ExceptionHandler
    ApiProblem onHold(ProcessesOnHold e, WebRequest request) {
        LOG.warn("{} is refused: {}", endpoint(request), e.getMessage());
        return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, "ORDERS_ON_HOLD").retryAfter(Duration.ofMinutes(1));
    }

    @ExceptionHandler
    ApiProblem failed(Exception e, WebRequest request) {
        if (hasLostConnection(e)) {
            return tryAgain(e, request);
        }
        LOG.error("{} failed", endpoint(request), e);
        return StatusCodes.problem(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /**
     * Whether a lost connection is among the causes, because Hibernate and the engine wrap it in exceptions of their
     * own. The SQL states are those of "connection exception" and of a server that shuts down.
     */
    private static boolean hasLostConnection(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException error
                        && error.getSQLState() != null
                        && (error.getSQLState().startsWith("08")
                                || error.getSQLState().startsWith("57P")));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Violation.problem(violations(e.getBindingResult())), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                Violation.problem(e.getParameterValidationResults().stream()
                        .flatMap(result -> result.getResolvableErrors().stream()
                                .map(error -> new Violation(
                                        error instanceof FieldError field
                                                ? field.getField()
                                                : result.getMethodParameter().getParameterName(),
                                        error.getDefaultMessage())))
                        .toList()),
                headers,
                request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Violation.problem(List.of(unreadable.explain(e))), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name =
                e instanceof MethodArgumentTypeMismatchException parameter ? parameter.getName() : e.getPropertyName();
        return answer(Violation.problem(String.valueOf(name), wording.of("type")), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Violation.problem("request", wording.of("missing")), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Violation.problem(e.getParameterName(), wording.of("missing")), headers, request);
    }

    /** Answers every other exception of Spring MVC by its status alone. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof BindException invalid) {
            return answer(Violation.problem(violations(invalid.getBindingResult())), headers, request);
        }
        if (status.is5xxServerError()) {
            LOG.error("{} failed", endpoint(request), e);
        }
        return answer(StatusCodes.problem(status), headers, request);
    }

    /** Makes the answer. It sets the content type, so that no Accept header turns a problem into an empty 406. */
    private ResponseEntity<Object> answer(ApiProblem problem, HttpHeaders headers, WebRequest request) {
        HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.detail(problem, servletRequest));
    }

    private static List<Violation> violations(BindingResult result) {
        return Stream.concat(
                        result.getFieldErrors().stream().map(e -> new Violation(e.getField(), e.getDefaultMessage())),
                        result.getGlobalErrors().stream().map(e -> new Violation("body", e.getDefaultMessage())))
                .toList();
    }

    /**
     * Returns the method and the pattern of the path, for the log. The path itself may contain the secret of a webhook.
     */
    private static String endpoint(WebRequest request) {
        HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
        return servletRequest.getMethod() + " "
                + servletRequest.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }
}
