package io.orderflow.force;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The application over HTTP, on whichever node is there. What has no clear answer is asked again, under the same key.
 */
class ShopApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final Map<String, Integer> unclear = new TreeMap<>();
    private final List<String> nodes;
    private final Duration patience;

    /** @param patience how long what has no clear answer is asked again; the first time it is asked in any case */
    ShopApi(List<String> nodes, Duration patience) {
        this.nodes = nodes;
        this.patience = patience;
    }

    /** @param status 0 when no clear answer came in all the time there was */
    record Reply(int status, JsonNode body) {

        static final Reply NONE = new Reply(0, MissingNode.getInstance());

        boolean isOk() {
            return status >= 200 && status < 300;
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }

    Reply get(String user, String path) {
        return call(user, HttpRequest.newBuilder().GET(), path);
    }

    Reply put(String user, String path, String body) {
        return call(user, HttpRequest.newBuilder().PUT(BodyPublishers.ofString(body)), path);
    }

    /** @param key header {@code Idempotency-Key} */
    Reply post(String user, String path, String body, String key) {
        return call(
                user,
                HttpRequest.newBuilder()
                        .header("Idempotency-Key", key)
                        .header("Prefer", "wait=2")
                        .POST(BodyPublishers.ofString(body)),
                path);
    }

    /** Hands something in without waiting for what becomes of it. */
    Reply submit(String user, String path, String body) {
        return call(
                user, HttpRequest.newBuilder().header("Prefer", "wait=0").POST(BodyPublishers.ofString(body)), path);
    }

    /** @param headers names and values, one after the other */
    Reply tell(String path, String body, String... headers) {
        return call(null, HttpRequest.newBuilder().headers(headers).POST(BodyPublishers.ofString(body)), path);
    }

    private Reply call(String user, HttpRequest.Builder request, String path) {
        request.header("Content-Type", "application/json").timeout(Duration.ofSeconds(15));
        if (user != null) {
            String credentials = user + ":" + user;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        Instant end = Instant.now().plus(patience);
        Reply reply = onAnyNode(request, path);
        while (reply.status() == 0 && Instant.now().isBefore(end)) {
            Pause.millis(500);
            reply = onAnyNode(request, path);
        }
        return reply;
    }

    private Reply onAnyNode(HttpRequest.Builder request, String path) {
        int turn = ThreadLocalRandom.current().nextInt(nodes.size());
        Reply reply = Reply.NONE;
        for (int tries = 0; reply.status() == 0 && tries < nodes.size(); tries++) {
            reply = once(request.uri(URI.create(nodes.get((turn + tries) % nodes.size()) + path))
                    .build());
        }
        return reply;
    }

    /** The answer to one call, or none where it leaves open what became of the call. */
    private Reply once(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            Reply reply = new Reply(response.statusCode(), json(response.body()));
            if (response.statusCode() < 500 && !reply.text("code").equals("REQUEST_IN_PROGRESS")) {
                return reply;
            }
            note(response.statusCode() + " " + reply.text("code"));
        } catch (IOException e) {
            note("no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("called off", e);
        }
        return Reply.NONE;
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private synchronized void note(String what) {
        unclear.merge(what, 1, Integer::sum);
    }

    /** How often there was which unclear answer. */
    synchronized Map<String, Integer> unclear() {
        return new TreeMap<>(unclear);
    }
}
