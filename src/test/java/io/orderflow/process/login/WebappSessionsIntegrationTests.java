package io.orderflow.process.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.web.HttpIntegrationTest;
import io.orderflow.web.WebappSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** Who is logged in at the webapps is known to our API, if their page asks and no page of another site. */
@DirtiesContext(
        classMode =
                DirtiesContext.ClassMode.BEFORE_CLASS) // the webapps find their engine by a name that contexts share
class WebappSessionsIntegrationTests extends HttpIntegrationTest {

    @Autowired
    IdentityService identity;

    WebappSession analyst;

    @BeforeEach
    void logIn() {
        analyst = WebappSession.of(port, "analyst", "cockpit");
    }

    @AfterEach
    void putBackIntoTheGroup() {
        if (identity.createGroupQuery()
                        .groupMember("analyst")
                        .groupId("analyst")
                        .count()
                == 0) {
            identity.createMembership("analyst", "analyst");
        }
    }

    @Test
    void pageOfTheWebappsMayAsk() {
        assertThat(analyst.get("/api/models").statusCode()).isEqualTo(200);
        assertThat(analyst.get("/api/orders").statusCode()).isEqualTo(403);
        assertThat(analyst.post("/api/models/Order/99/current", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyMayWhoSendsTheCookieAlone() throws Exception {
        String cookie = "JSESSIONID=" + analyst.cookie("JSESSIONID").orElseThrow();
        String token = analyst.cookie("XSRF-TOKEN").orElseThrow();

        assertThat(status(cookie, null)).isEqualTo(401);
        assertThat(status(cookie, "")).isEqualTo(401);
        assertThat(status(cookie, token + "x")).isEqualTo(401);
        assertThat(status(cookie + "; XSRF-TOKEN=chosen", "chosen")).isEqualTo(401);
        assertThat(status("XSRF-TOKEN=" + token, token)).isEqualTo(401);
        assertThat(status(cookie, token)).isEqualTo(404);
    }

    @Test
    void visitorOfTheLogInPageMayNot() {
        assertThat(new WebappSession(port).get("/api/models").statusCode()).isEqualTo(401);
    }

    @Test
    void whoHasLeftTheGroupIsOutAtOnce() {
        identity.deleteMembership("analyst", "analyst");

        assertThat(analyst.get("/api/models").statusCode()).isEqualTo(401);
    }

    @Test
    void whoHasLoggedOutIsOut() {
        analyst.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(analyst.get("/api/models").statusCode()).isEqualTo(401);
    }

    @Test
    void passwordInTheRequestCounts() {
        HttpResponse<String> answer = analyst.send(analyst.request("/api/orders")
                .header("Authorization", basic("ops", "ops"))
                .GET());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /** Of a write that would be found nowhere, with these cookies and this header. */
    private int status(String cookie, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/models/Order/99/current"))
                .header("Cookie", cookie)
                .POST(BodyPublishers.noBody());
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .statusCode();
    }
}
