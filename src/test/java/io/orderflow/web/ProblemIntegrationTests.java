package io.orderflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemIntegrationTests extends HttpIntegrationTest {

    @Test
    void answersRefusalsWithEveryMemberOfAProblem() {
        HttpResponse<String> response = post("/api/sample/refused/404/PRODUCT_NOT_FOUND", "alice", "{}");

        assertProblem(response, 404, "PRODUCT_NOT_FOUND");
        assertThat(json(response).get("title").asText()).isEqualTo("Product not found");
        assertThat(json(response).get("detail").asText()).isEqualTo("These products do not exist: KEYBOARD-01.");
        assertThat(json(response).get("instance").asText()).isEqualTo("/api/sample/refused/404/PRODUCT_NOT_FOUND");
        assertThat(json(response).get("type").asText()).isEqualTo("urn:orderflow:problem:product-not-found");
        assertThat(json(response).get("shortages").get(0).asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ko|상품을 찾을 수 없습니다", "ko-KR, en;q=0.5|상품을 찾을 수 없습니다", "en|Product not found", "fr|Product not found"
            })
    void speaksKoreanToThoseWhoAskForItAndEnglishToEverybodyElse(String language, String title) {
        var request = posting("/api/sample/refused/404/PRODUCT_NOT_FOUND", "alice", "{}")
                .header("Accept-Language", language);

        assertThat(json(send(request)).get("title").asText()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lines\": []}|lines",
                "{\"lines\": [{\"sku\": \" \", \"quantity\": 1}]}|lines[0].sku",
                "{\"lines\": [{\"sku\": \"A\", \"quantity\": 0}]}|lines[0].quantity",
                "{\"lines\": [{\"sku\": \"A\", \"quantity\": 1.5}]}|lines[0].quantity",
                "{\"lines\": [{\"sku\": \"A\", \"quantity\": \"1\"}]}|lines[0].quantity",
                "{\"lines\": [{\"sku\": \"A\", \"quantity\": null}]}|lines[0].quantity",
                "{\"lines\": [{\"sku\": \"A\"}]}|lines[0].quantity",
                "{\"lines\": [{\"sku\": \"A\", \"quantity\": 99999999999}]}|lines[0].quantity",
                "{\"lines\": [{\"sku\": 7, \"quantity\": 1}]}|lines[0].sku",
                "{\"lines\": [{\"sku\": true, \"quantity\": 1}]}|lines[0].sku",
                "{\"lines\": [{\"sku\": {}, \"quantity\": 1}]}|lines[0].sku",
                "{\"lines\": [{\"sku\": \"A\\u0000B\", \"quantity\": 1}]}|lines[0].sku",
                "{\"lines\": [{\"sku\": \"\\ud800\", \"quantity\": 1}]}|lines[0].sku",
                "{\"lines\": [], \"notes\": {\"a\": \"\\u0000\"}}|notes.a",
                "{\"lines\": {}}|lines",
                "{\"linse\": []}|linse",
                "{\"colour\": \"GREEN\"}|colour",
                "{\"colour\": 0}|colour",
                "{\"colour\": \"\"}|colour",
                "{\"gift\": 1}|gift",
                "{\"gift\": \"true\"}|gift",
                "{\"amount\": 1e3}|amount",
                "{\"amount\": \"\"}|amount",
                "{\"at\": 1700000000}|at",
                "{\"at\": \"2026-11-22T09:15:30\"}|at",
                "{\"at\": \"+999999-01-01T00:00:00Z\"}|at",
                "{\"value\": {\"value\": \"not a sku\"}}|value",
                "{\"lines\": [], \"lines\": []}|body",
                "{\"lines\": []} {}|body",
                "{\"lines\": [|lines",
                "nonsense|body",
                "''|body",
                "null|body",
                "[]|body"
            })
    void namesTheFieldThatIsWrongAndNoClass(String body, String field) {
        HttpResponse<String> response = post("/api/sample", "alice", body);

        assertProblem(response, 400, "VALIDATION_FAILED");
        assertThat(json(response).get("errors"))
                .isNotEmpty()
                .anySatisfy(error -> assertThat(error.get("field").asText()).isEqualTo(field));
        assertThat(json(response).get("errors"))
                .allSatisfy(error -> assertThat(error.get("message").asText()).isNotBlank());
        assertThat(response.body())
                .doesNotContain("java")
                .doesNotContain("io.orderflow")
                .doesNotContain("Exception");
    }

    @Test
    void refusesDeeplyNestedJson() {
        assertProblem(post("/api/sample", "alice", "[".repeat(5_000)), 400, "VALIDATION_FAILED");
    }

    @Test
    void writesTimesWithExactlyThreeDecimalsAndKeepsKoreanAndLineBreaks() {
        HttpResponse<String> response = post("/api/sample", "alice", """
                {"lines": [{"sku": "한글 😀\\n", "quantity": 1}], "at": "2026-11-22T18:15:30+09:00", "value": {"value": "A-1"}}""");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).get("at").asText()).isEqualTo("2026-11-22T09:15:30.000Z");
        assertThat(json(response).at("/lines/0/sku").asText()).isEqualTo("한글 😀\n");
    }

    @Test
    void hidesWhatBroke() {
        HttpResponse<String> response = get("/api/sample/broken", "alice");

        assertProblem(response, 500, "INTERNAL_ERROR");
        assertThat(response.body()).doesNotContain("jdbc").doesNotContain("Internals");
    }

    @Test
    void asksToTryAgainAfterALostRace() {
        HttpResponse<String> response = get("/api/sample/race", "alice");

        assertProblem(response, 503, "TRY_AGAIN");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @ParameterizedTest
    @CsvSource({
        "08006, 503, TRY_AGAIN",
        "57P01, 503, TRY_AGAIN",
        "23505, 500, INTERNAL_ERROR",
        "57014, 500, INTERNAL_ERROR"
    })
    void asksToTryAgainWhereTheConnectionWasLost(String sqlState, int status, String code) {
        assertProblem(get("/api/sample/refused-by-database/" + sqlState, "alice"), status, code);
    }

    /** As a log-in does that cannot reach the database. */
    @Test
    void asksToTryAgainWhereTheDatabaseStoppedTheRequestBeforeItGotToAController() {
        HttpResponse<String> response = get("/api/sample/gate", "alice");

        assertProblem(response, 503, "TRY_AGAIN");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void saysWhatHttpItDoesNotSpeak() {
        assertProblem(get("/api/unknown", "alice"), 404, "NOT_FOUND");
        assertProblem(get("/error", null), 404, "NOT_FOUND");
        assertProblem(send(request("/api/sample", "alice").DELETE()), 405, "METHOD_NOT_ALLOWED");
        assertProblem(
                send(request("/api/sample", "alice")
                        .POST(BodyPublishers.ofString("{}"))
                        .header("Content-Type", "text/plain")),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                send(request("/api/sample/caller", "alice").header("Accept", "image/png")), 406, "NOT_ACCEPTABLE");
        assertProblem(send(request("/api/sample/caller", "alice").header("Accept", "nonsense")), 406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/needed",
                "/needed?name=%00",
                "/paged?page=-1",
                "/paged?size=0",
                "/paged?size=101",
                "/paged?page=x",
                "/paged?page=2147483647",
                "/paged?sort=password",
                "/paged?sort=sku,up",
                "/caller?on=+99999-01-01",
                "/caller?on=2026-02-30"
            })
    void refusesParametersThatAreMissingOrOutOfRange(String query) {
        HttpResponse<String> response = get("/api/sample" + query, "alice");

        assertProblem(response, 400, "VALIDATION_FAILED");
        assertThat(json(response).get("errors")).hasSize(1);
    }

    @Test
    void readsPages() {
        assertThat(get("/api/sample/paged", "alice").body())
                .isEqualTo("{\"page\":0,\"size\":20,\"sort\":\"sku: ASC\"}");
        assertThat(get("/api/sample/paged?page=3&size=100&sort=name,desc", "alice")
                        .body())
                .isEqualTo("{\"page\":3,\"size\":100,\"sort\":\"name: DESC\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=0|0",
                "wait=30|30",
                "wait=31|30",
                "respond-async, wait=7|7",
                "Wait = \"3\"; x=y|3",
                "wait=-1|5",
                "wait=soon|5",
                "wait|5",
                "wait=99999999999|5",
                "return=minimal|5"
            })
    void readsHowLongTheCallerWaits(String preference, int seconds) {
        assertThat(json(send(request("/api/sample/caller", "alice").header("Prefer", preference)))
                        .get("wait")
                        .asInt())
                .isEqualTo(seconds);
    }

    @Test
    void limitsBodiesWhetherTheirLengthIsAnnouncedOrNot() {
        byte[] large = "x".repeat(64 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        assertProblem(
                send(request("/api/sample", "alice").POST(BodyPublishers.ofByteArray(large))),
                413,
                "PAYLOAD_TOO_LARGE");
        assertProblem(
                send(request("/api/sample", "alice")
                        .header("Content-Type", "application/json")
                        .POST(chunked)),
                413,
                "PAYLOAD_TOO_LARGE");
        assertProblem(
                send(request("/webhooks/carrier", null).POST(BodyPublishers.ofByteArray(large))),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sample/%00",
                "/api/sample/..%2f..%2factuator",
                "/api/sample;a=b",
                "/api//sample",
                "/api/sample/%zz",
                "/api/sample/<x>",
                "/api/sample/|",
                "/api/sample/%",
                "/api/sample/%ff",
                "/api/../api/sample",
                "/api/sample/%2e%2e/x",
                "/api/sample/\\x",
                "/api/sample/%0d%0a",
                "/api/sample/{x}",
                "/api/sample/needed?name=[<]"
            })
    void answersBrokenPathsWithAProblem(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + basic("alice", "alice")
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .contains("\"code\":\"")
                .doesNotContain("<html")
                .doesNotContain("Exception");
    }

    @Test
    void answersBrokenRequestsWithAProblem() throws IOException {
        assertThat(raw("GET /api/sample HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("<html")
                .contains("\"code\":\"");
        assertThat(raw("GET /api/sample HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("<html")
                .contains("\"code\":\"");
        assertThat(raw("POST /api/sample HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + basic("alice", "alice")
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"");
        assertThat(raw("FOO /api/sample HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("\"code\":\"");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).get("status").asInt()).isEqualTo(status);
        assertThat(json(response).get("code").asText()).isEqualTo(code);
        assertThat(json(response).get("detail").asText()).isNotBlank();
    }
}
