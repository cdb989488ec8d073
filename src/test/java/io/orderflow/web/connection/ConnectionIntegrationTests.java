package io.orderflow.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.Together;
import io.orderflow.web.HttpIntegrationTest;
import io.orderflow.web.SampleController;
import io.orderflow.web.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Clients that take their time, against a server of ten threads: four for outcomes, three for slow bodies, three free.
 */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // engine-rest finds its engine by a name that contexts share
@TestPropertySource(
        properties = {
            "server.tomcat.threads.max=10",
            "orders.waiting-requests=4",
            "orders.webhook.carrier-secret=whsec_c2lnbmVkLWJ5LXRoZS1jYXJyaWVyLW9ubHk="
        })
@Tag("once")
class ConnectionIntegrationTests extends HttpIntegrationTest {

    /** Far less than the time a slow client holds on, and enough for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(6);
    /** Far beyond the ten seconds after which a request that was waited for is answered 408. */
    private static final Duration EVER = Duration.ofSeconds(60);

    @Autowired
    SampleController controller;

    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void hangUp() {
        wires.forEach(Wire::close);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/orders",
                "PUT /api/products/A",
                "GET /api/orders",
                "POST /engine-rest/task",
                "POST /engine-rest/deployment/create",
                "POST /camunda/api/engine/engine/default/task",
                "POST /camunda/api/admin/auth/user/default/login/admin",
                "POST /actuator/prometheus",
                "POST /webhooks/carrier",
                "POST /webhooks/payments/secret",
                "POST /nowhere"
            })
    void answersStrangersBeforeTheirBody(String call) {
        for (String type :
                new String[] {"application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
                }) {
            Wire wire = wire().say(call + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nContent-Type: " + type
                    + "\r\n\r\nx");

            assertThat(wire.isOver(EVER)).as(wire.heard()).isTrue();
            assertThat(wire.status()).as(wire.heard()).isIn(401, 403, 404, 405);
        }
    }

    @Test
    void asksForABodyOnlyWhereItIsWanted() {
        Wire stranger = wire().say(head("POST /api/sample", "", 2) + "Expect: 100-continue\r\n\r\n");
        Wire alice = wire().say(
                        head("POST /api/sample/created", authorization("alice"), 2) + "Expect: 100-continue\r\n\r\n");

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.wasAskedToGoOn()).isFalse();
        assertThat(alice.isOver(Duration.ofSeconds(1))).isFalse();
        assertThat(alice.say("{}").status()).isEqualTo(201);
        assertThat(alice.wasAskedToGoOn()).isTrue();
    }

    @Test
    void keepsTheConnectionOfAStrangerWhoseBodyCameAlong() {
        String request = "POST /api/sample HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";
        Wire wire = wire().say(request + request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        assertThat(wire.isOver(EVER)).isTrue();

        assertThat(wire.heard().split("HTTP/1.1 401", -1)).hasSize(3);
    }

    /** A byte every nine seconds used to be enough to be waited for. */
    @Test
    void waitsTenSecondsForAHeadOrABody() throws Exception {
        List<String> heads = List.of(
                head("POST /api/sample/created", authorization("alice") + "Idempotency-Key: slow\r\n", 100) + "\r\n",
                head(
                                "POST /webhooks/carrier",
                                "webhook-id: 1\r\nwebhook-signature: v1,x\r\nwebhook-timestamp: "
                                        + Instant.now().getEpochSecond() + "\r\n",
                                100)
                        + "\r\n",
                head("POST /engine-rest/task", authorization("ops"), 100) + "\r\n",
                head("POST /api/sample", authorization("alice") + "X-Slow: ", 100));

        List<Object> answers = Together.run(heads.size(), i -> () -> dribble(heads.get(i))); // as many bodies as places

        assertThat(answers.subList(0, 3))
                .as(answers.toString())
                .allSatisfy(answer ->
                        assertThat((String) answer).startsWith("HTTP/1.1 408").contains("\"REQUEST_TIMEOUT\""));
        assertThat((String) answers.get(3)).isEmpty();
    }

    @Test
    void takesABodyThatTakesLessThanTenSeconds() {
        Wire wire = wire().say(head("POST /api/sample/created", authorization("alice"), 2) + "\r\n{");

        assertThat(wire.isOver(Duration.ofSeconds(4))).isFalse();

        assertThat(wire.say("}").status()).isEqualTo(201);
    }

    @Test
    void leavesThreadsToOthersHoweverManyBodiesAreSlow() {
        for (int i = 0; i < 40; i++) {
            wire().say(head("POST /api/sample", authorization("alice"), 100) + "\r\nx");
        }

        assertThat(healthWithin(SOON)).isEqualTo(200);
        assertThat(wires.stream()
                        .filter(wire -> wire.isOver(Duration.ofMillis(50)))
                        .count())
                .isBetween(1L, 39L);
    }

    @Test
    void letsRepeatsOfAKeyWaitInTheLimitedPlacesOnly() throws Exception {
        controller.gate = new CountDownLatch(1);
        String key = UUID.randomUUID().toString();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>(IntStream.range(0, 8)
                    .mapToObj(i -> callers.submit(() ->
                            send(posting("/api/sample/created", "alice", "{}").header("Idempotency-Key", key))))
                    .toList());

            List<HttpResponse<String>> refused = new ArrayList<>();
            for (int i = 0; i < 3; i++) { // one runs, four wait
                refused.add(firstOf(answers));
            }
            assertThat(healthWithin(SOON)).isEqualTo(200);
            assertThat(answers).noneMatch(Future::isDone);
            controller.gate.countDown();

            assertThat(refused)
                    .allSatisfy(answer ->
                            assertThat(json(answer).get("code").asText()).isEqualTo("REQUEST_IN_PROGRESS"));
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        } finally {
            controller.gate.countDown();
            callers.shutdownNow();
        }
    }

    /** Takes out the first that is done. */
    private static HttpResponse<String> firstOf(List<Future<HttpResponse<String>>> answers) throws Exception {
        await().atMost(SOON).until(() -> answers.stream().anyMatch(Future::isDone));
        Future<HttpResponse<String>> first =
                answers.stream().filter(Future::isDone).findFirst().orElseThrow();
        answers.remove(first);
        return first.get();
    }

    /**
     * Says a byte more every nine seconds; what has been heard when the server hangs up, which it does in time or not.
     */
    private String dribble(String head) {
        Wire wire = new Wire(port).say(head);
        try (wire) {
            for (int i = 0; i < 2; i++) {
                if (wire.isOver(Duration.ofSeconds(9))) {
                    return i == 0 ? "too early: " + wire.heard() : wire.heard();
                }
                wire.say(" ");
            }
            return wire.isOver(Duration.ofSeconds(3)) ? wire.heard() : "still waiting";
        }
    }

    private int healthWithin(Duration time) {
        return send(request("/actuator/health", null).timeout(time)).statusCode();
    }

    private Wire wire() {
        Wire wire = new Wire(port);
        wires.add(wire);
        return wire;
    }

    private static String authorization(String user) {
        return "Authorization: " + basic(user, user) + "\r\n";
    }

    private static String head(String call, String headers, int length) {
        return call
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n" + headers;
    }
}
