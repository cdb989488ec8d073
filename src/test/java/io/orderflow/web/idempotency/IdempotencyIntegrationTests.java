package io.orderflow.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.web.HttpIntegrationTest;
import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.SampleController;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IdempotencyIntegrationTests extends HttpIntegrationTest {

    @Autowired
    SampleController controller;

    @Autowired
    IdempotencyRecords records;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void startCounting() {
        controller.runs.set(0);
        controller.gate = new CountDownLatch(0);
    }

    @Test
    void repeatsTheFirstAnswerWithItsHeaders() {
        HttpResponse<String> first = create(key, "{}");
        HttpResponse<String> second = create(key, "{}");

        assertThat(controller.runs).hasValue(1);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.headers().allValues(header))
                    .isNotEmpty()
                    .isEqualTo(first.headers().allValues(header));
        }
    }

    @Test
    void runsOnceHoweverManyArriveAtOnce() throws Exception {
        controller.gate = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, 16)
                    .mapToObj(i -> callers.submit(() -> create(key, "{}")))
                    .toList();
            while (controller.runs.get() == 0) {
                Thread.onSpinWait();
            }
            controller.gate.countDown();

            String first = answers.get(0).get().body();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                assertThat(answer.get().body()).isEqualTo(first);
            }
            assertThat(controller.runs).hasValue(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void refusesTheSameKeyForAnotherBody() {
        create(key, "{}");

        HttpResponse<String> other = create(key, "{\"a\": \"b\"}");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).get("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(controller.runs).hasValue(1);
    }

    @Test
    void keepsCallersPathsAndMethodsApart() {
        create(key, "{}");

        HttpResponse<String> bob =
                send(posting("/api/sample/created", "bob", "{}").header("Idempotency-Key", key));
        HttpResponse<String> elsewhere =
                send(posting("/api/sample/accepted", "alice", "{}").header("Idempotency-Key", key));

        assertThat(bob.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(elsewhere.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(controller.runs).hasValue(3);
    }

    @Test
    void executesEveryRequestWithoutAKey() {
        post("/api/sample/created", "alice", "{}");
        HttpResponse<String> second = post("/api/sample/created", "alice", "{}");

        assertThat(controller.runs).hasValue(2);
        assertThat(json(second).get("key").asText()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "402, true",
        "404, true",
        "409, true",
        "422, true",
        "400, false",
        "403, false",
        "500, false",
        "503, false"
    })
    void remembersRefusalsAndForgetsSlipsAndBreakdowns(int status, boolean remembered) {
        String path = "/api/sample/refused/" + status + "/ORDER_STATE";
        send(posting(path, "alice", "{}").header("Idempotency-Key", key));
        HttpResponse<String> second = send(posting(path, "alice", "{}").header("Idempotency-Key", key));

        assertThat(second.statusCode()).isEqualTo(status);
        assertThat(second.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(second.headers().firstValue("Idempotency-Replayed").isPresent())
                .isEqualTo(remembered);
        assertThat(controller.runs).hasValue(remembered ? 1 : 2);
    }

    @Test
    void neverRemembersThatARequestIsInProgress() {
        String path = "/api/sample/refused/409/REQUEST_IN_PROGRESS";
        send(posting(path, "alice", "{}").header("Idempotency-Key", key));
        send(posting(path, "alice", "{}").header("Idempotency-Key", key));

        assertThat(controller.runs).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb"})
    void refusesKeysOfOtherCharactersOrLength(String wrong) {
        for (String bad : List.of(wrong, "x".repeat(256))) {
            HttpResponse<String> response = create(bad, "{}");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
        }
        assertThat(create("x".repeat(255 - key.length()) + key, "{}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void takesOverFromACrashedNodeAndIgnoresItsLateAnswer() {
        IdempotencyKey digest =
                new IdempotencyKey(json(create(key, "{}")).get("key").asText());
        sql(
                "update idempotency_record set state = 'RUNNING', holder = 'crashed', body = null, locked_until = ? where id = ?",
                Timestamp.from(clock.instant().minusSeconds(1)),
                digest.digest());

        HttpResponse<String> second = create(key, "{}");
        records.finish(digest, "crashed", new StoredResponse(200, null, null, null, "late"));

        assertThat(json(second).get("run").asInt()).isEqualTo(2);
        assertThat(create(key, "{}").body()).isEqualTo(second.body());
        assertThat(controller.runs).hasValue(2);
    }

    @Test
    void forgetsAfterTheRetention() {
        String digest = json(create(key, "{}")).get("key").asText();
        sql(
                "update idempotency_record set expires_at = ? where id = ?",
                Timestamp.from(clock.instant().minusSeconds(1)),
                digest);

        assertThat(json(create(key, "{\"other\": \"body\"}")).get("run").asInt())
                .isEqualTo(2);

        sql(
                "update idempotency_record set expires_at = ? where id = ?",
                Timestamp.from(clock.instant().minusSeconds(1)),
                digest);
        records.removeExpired();
        assertThat(jdbc.queryForObject("select count(*) from idempotency_record where id = ?", Long.class, digest))
                .isZero();
    }

    @Test
    void rejectsStrangersBeforeLookingAtTheKey() {
        var request = request("/api/sample/created", null)
                .POST(BodyPublishers.ofString("{}"))
                .header("Idempotency-Key", "");

        assertThat(send(request).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> create(String idempotencyKey, String body) {
        return send(posting("/api/sample/created", "alice", body).header("Idempotency-Key", idempotencyKey));
    }

    private void sql(String statement, Object... arguments) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> jdbc.update(statement, arguments));
    }
}
