package io.orderflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.web.HttpIntegrationTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

/** Only who gets past the door: what stands behind it is asked for by status codes other than 401 and 403. */
class AccessIntegrationTests extends HttpIntegrationTest {

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/orders,                ops",
        "POST, /api/orders,                alice ops",
        "GET,  /api/orders/ORD-1,          alice ops",
        "POST, /api/orders/ORD-1/payment,  alice ops",
        "GET,  /api/customers/alice/orders, alice ops",
        "GET,  /api/products,              alice ops analyst admin",
        "HEAD, /api/products/A,            alice ops analyst admin",
        "PUT,  /api/products/A,            ops",
        "PATCH, /api/products/A,           ops",
        "POST, /api/products/A/stock,      ops",
        "DELETE, /api/products/A,          ops",
        "GET,  /api/coupons/A,             ops",
        "PUT,  /api/coupons/A,             ops",
        "GET,  /api/cases,                 ops",
        "GET,  /api/cases/CASE-1,          ops",
        "GET,  /api/reconciliations,       ops",
        "POST, /api/reconciliations,       ops",
        "GET,  /actuator/prometheus,       ops",
        "GET,  /actuator/sbom,             ops",
        "GET,  /actuator/sbom/application, ops",
        "HEAD, /api/orders,                ops",
        "GET,  /somewhere/else,            ''"
    })
    void opensEachDoorToItsGroupsOnly(String method, String path, String users) {
        for (String user : new String[] {"alice", "ops", "analyst", "admin"}) {
            int status = send(request(path, user).method(method, BodyPublishers.noBody()))
                    .statusCode();

            assertThat(status == 403)
                    .as("%s %s as %s: %s", method, path, user, status)
                    .isEqualTo(!users.contains(user));
            assertThat(status).isNotEqualTo(401);
        }
        HttpResponse<String> stranger = send(request(path, null).method(method, BodyPublishers.noBody()));
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic");
        assertThat(stranger.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void refusesTheWrongGroupWithAProblem() {
        HttpResponse<String> response = get("/api/coupons/WELCOME10", "alice");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(json(response).get("code").asText()).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/info",
                "/v3/api-docs",
                "/swagger-ui/index.html"
            })
    void leavesTheOpenDoorsOpen(String path) {
        assertThat(get(path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesWebhooksToTheirSignature() {
        assertThat(post("/webhooks/nobody", null, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsStrangersAndCustomersWhetherItIsUpAndOpsWhichPartIs() {
        assertThat(List.of(
                        get("/actuator/health", null),
                        get("/actuator/health", "alice"),
                        get("/actuator/health/readiness", null)))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}"));
        assertThat(get("/actuator/health/db", null).statusCode()).isEqualTo(404);
        assertThat(json(get("/actuator/health", "ops"))
                        .at("/components/readinessState/status")
                        .asText())
                .isEqualTo("UP");
        assertThat(get("/actuator/health", "ops").body()).doesNotContain("database", "path", "details");
    }

    @ParameterizedTest
    @EnumSource
    void tellsStrangersNothingOfAThirdState(ReadinessState state) {
        AvailabilityChangeEvent.publish(context, state);
        try {
            String status = state == ReadinessState.ACCEPTING_TRAFFIC ? "UP" : "DOWN";
            assertThat(List.of(get("/actuator/health", null), get("/actuator/health/readiness", null)))
                    .allSatisfy(answer -> {
                        assertThat(answer.body()).isEqualTo("{\"status\":\"%s\"}".formatted(status));
                        assertThat(answer.statusCode()).isEqualTo(status.equals("UP") ? 200 : 503);
                    });
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void describesBasicLogInAndProblemsInTheDocument() {
        var document = json(get("/v3/api-docs", null));

        assertThat(document.at("/info/title").asText()).isEqualTo("Orderflow");
        assertThat(document.at("/components/securitySchemes/basic/scheme").asText())
                .isEqualTo("basic");
        assertThat(document.at("/components/schemas/Problem/properties/code/type")
                        .asText())
                .isEqualTo("string");
        var create = document.at("/paths/~1api~1sample~1created/post");
        assertThat(create).as(document.get("paths").toString()).isNotEmpty();
        assertThat(create.at("/parameters/0/name").asText()).isEqualTo("Idempotency-Key");
        assertThat(create.at("/responses/default/content").has("application/problem+json"))
                .isTrue();
        assertThat(document.get("paths").fieldNames())
                .toIterable()
                .allMatch(path -> path.startsWith("/api/") || path.startsWith("/webhooks/"));
    }

    @Test
    void handsControllersTheCaller() {
        var caller = json(get("/api/sample/caller", "alice"));

        assertThat(caller.get("user").asText()).isEqualTo("alice");
        assertThat(caller.get("groups").toString()).isEqualTo("[\"customer\"]");
        assertThat(caller.get("wait").asInt()).isEqualTo(5);
    }

    @Test
    void makesWhoeverTriesWrongPasswordsWaitAndNobodyElse() {
        for (int i = 0; i < 4; i++) {
            assertThat(wrongPassword("/api/products").statusCode()).isEqualTo(401);
        }
        assertThat(wrongPassword("/engine-rest/task").statusCode()).isEqualTo(401);

        HttpResponse<String> refused = wrongPassword("/api/products");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).get("code").asText()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(get("/api/sample/caller", "alice").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sample/caller", "/engine-rest/task"})
    void turnsAwayStrangeUserNames(String path) {
        for (String name : new String[] {"a\0b", "", "%", "' or 1=1 --"}) {
            assertThat(send(request(path, null).header("Authorization", basic(name, "x")))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private HttpResponse<String> wrongPassword(String path) {
        return send(request(path, null).header("Authorization", basic("guessed-at", "wrong")));
    }
}
