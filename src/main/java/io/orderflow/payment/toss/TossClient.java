package io.orderflow.payment.toss;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * An HTTP client for Toss Payments. It sends a request once: it never repeats it, and neither does Java's client for a
 * POST. Failures of the network and unreadable bodies are answers too; only a wrong argument is an exception.
 */
class TossClient {

    private static final Logger LOG = LoggerFactory.getLogger(TossClient.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final HttpClient http;
    private final String baseUrl;
    private final String authorization;
    private final Map<String, String> moreHeaders;

    /**
     * @param moreHeaders headers that are sent with every request; empty except in tests against the gateway's test
     *     mode
     */
    TossClient(TossSettings settings, Map<String, String> moreHeaders) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.baseUrl = settings.baseUrl().toString().replaceAll("/+$", "");
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((settings.secretKey() + ":").getBytes(StandardCharsets.UTF_8));
        this.moreHeaders = Map.copyOf(moreHeaders);
    }

    TossAnswer get(TossPath path, TossDeadline deadline) {
        return exchange(request(path).GET().build(), path, deadline);
    }

    TossAnswer post(TossPath path, Map<String, Object> body, String idempotencyKey, TossDeadline deadline) {
        return exchange(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofByteArray(write(body)))
                        .build(),
                path,
                deadline);
    }

    private HttpRequest.Builder request(TossPath path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path.value()))
                .header("Authorization", authorization)
                .header("Accept", "application/json");
        moreHeaders.forEach(request::header);
        return request;
    }

    /**
     * Sends the request and waits until the deadline. Java's request timeout ends with the headers; a body may take
     * forever.
     */
    private TossAnswer exchange(HttpRequest request, TossPath path, TossDeadline deadline) {
        CompletableFuture<HttpResponse<byte[]>> pending = http.sendAsync(request, head -> new TossBody());
        try {
            HttpResponse<byte[]> response = pending.get(deadline.left(), TimeUnit.NANOSECONDS);
            String trace =
                    response.headers().firstValue("x-tosspayments-trace-id").orElse("none");
            return logged(request, path, read(response), trace);
        } catch (TimeoutException e) {
            return logged(request, path, TossAnswer.none("no answer in time"), "none");
        } catch (ExecutionException e) {
            Throwable cause = requireNonNull(e.getCause());
            return logged(
                    request,
                    path,
                    TossAnswer.none("no answer: " + cause.getClass().getSimpleName()),
                    "none");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return logged(request, path, TossAnswer.none("interrupted while waiting for the answer"), "none");
        } finally {
            pending.cancel(true);
        }
    }

    private static TossAnswer read(HttpResponse<byte[]> response) {
        try {
            JsonNode json = JSON.readTree(response.body());
            if (json.isContainerNode()) {
                return new TossAnswer(response.statusCode(), json, null);
            }
        } catch (IOException e) {
            // The exception is dropped, because its message quotes the body, which must not be logged.
        }
        return new TossAnswer(response.statusCode(), null, "an answer that is not JSON");
    }

    private static TossAnswer logged(HttpRequest request, TossPath path, TossAnswer answer, String trace) {
        LOG.atLevel(answer.isTrouble() ? Level.WARN : Level.INFO)
                .log("Toss {} {}: {}, trace {}", request.method(), path.shown(), answer.words(), trace);
        return answer;
    }

    private static byte[] write(Map<String, Object> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }
}
