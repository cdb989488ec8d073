package io.orderflow.web.idempotency;

import io.orderflow.web.IdempotencyKey;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * One execution of a request under a key. Its answer is stored before it is sent, so that a repeat gets the same
 * answer.
 */
record Execution(IdempotencyGate gate, IdempotencyKey key, String holder, ContentCachingResponseWrapper response) {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    void complete(@Nullable String problemCode) throws IOException {
        StoredResponse answer = new StoredResponse(
                response.getStatus(),
                response.getContentType(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getHeader(HttpHeaders.ETAG),
                new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
        try {
            if (answer.isWorthRemembering(problemCode)) {
                gate.finish(key, holder, answer);
            } else {
                gate.giveUp(key, holder);
            }
        } catch (RuntimeException e) {
            // The request has been executed, so the caller gets the answer; the key stays claimed until its lock ends.
            LOG.error("The answer under idempotency key {} could not be remembered", key.digest(), e);
        }
        response.copyBodyToResponse();
    }

    void abandon() {
        try {
            gate.giveUp(key, holder);
        } catch (RuntimeException e) {
            LOG.error("Idempotency key {} could not be given up", key.digest(), e); // The first failure is thrown on.
        }
    }

    static void replay(StoredResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotency-Replayed", "true");
        header(response, HttpHeaders.LOCATION, answer.location());
        header(response, HttpHeaders.ETAG, answer.etag());
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void header(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }
}
