package io.orderflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The profile "proxy": 127.0.0.1 is the proxy, and every other address of this machine somebody else. */
class ProxyIntegrationTests extends EdgeIntegrationTest {

    private static final String PROXY = "127.0.0.1";
    private static final String HOST = "Host: shop.example";
    private static final String HTTPS = "X-Forwarded-Proto: https";
    private static final String CLIENT = "X-Forwarded-For: 203.0.113.9";
    private static final String ALICE = "Authorization: " + basic("alice", "alice");

    @Test
    void believesTheProxyAboutWhoCalledAndHow() {
        String answer = getFrom(PROXY, "/api/sample/connection", HOST, ALICE, CLIENT, HTTPS, "X-Forwarded-Port: 8443");

        assertThat(answer).contains("\"203.0.113.9\"", "\"https://shop.example:8443/api/sample/connection\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 6.6.6.6, 203.0.113.9",
                "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 203.0.113.9",
                "X-Forwarded-For: 127.0.0.1, 203.0.113.9",
                "X-Forwarded-For: 203.0.113.9\r\nForwarded: for=6.6.6.6"
            })
    void believesNothingThatAClientSentAlong(String forged) {
        assertThat(getFrom(
                        PROXY, "/api/sample/connection", HOST, ALICE, HTTPS, forged, "X-Forwarded-Host: evil.example"))
                .contains("\"203.0.113.9\"", "\"https://shop.example/api/sample/connection\"");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void believesNobodyElse() {
        String answer =
                getFrom("127.0.0.2", "/api/sample/connection", HOST, ALICE, CLIENT, HTTPS, "X-Forwarded-Port: 8443");

        assertThat(answer)
                .contains("\"127.0.0.2\"", "\"http://shop.example/api/sample/connection\"")
                .doesNotContainIgnoringCase("Strict-Transport-Security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sample/connection",
                "/actuator/health",
                "/v3/api-docs",
                "/engine-rest/task",
                "/",
                "/nowhere",
                "/camunda/app/welcome/default/",
                "/camunda/api/engine/engine/",
                "/favicon.ico"
            })
    void keepsBrowsersToTlsOnEverySurface(String path) {
        assertThat(getFrom(PROXY, path, HOST, CLIENT, HTTPS)
                        .lines()
                        .filter(line -> line.startsWith("Strict-Transport-Security: max-age=")))
                .hasSize(1);
        assertThat(getFrom(PROXY, path, HOST, CLIENT)).doesNotContain("Strict-Transport-Security");
    }

    @Test
    void redirectsToWhereTheClientIs() {
        assertThat(getFrom(PROXY, "/", HOST, CLIENT, HTTPS)).contains("\nLocation: https://shop.example/camunda/");
        assertThat(getFrom(PROXY, "/swagger-ui.html", HOST, CLIENT, HTTPS, "X-Forwarded-Port: 8443"))
                .containsPattern("\nLocation: (https://shop.example:8443)?/swagger-ui/");
    }

    @Test
    void givesCookiesToTlsAndOwnPagesOnly() {
        List<String> ofThePage = getFrom(PROXY, "/camunda/app/welcome/default/", HOST, CLIENT, HTTPS)
                .lines()
                .filter(line -> line.startsWith("Set-Cookie: "))
                .map(line -> line.substring("Set-Cookie: ".length()))
                .toList();
        List<String> ofTheLogIn = logIn(ofThePage.get(0).replaceAll("XSRF-TOKEN=(\\w+);.*", "$1"));

        assertThat(ofThePage)
                .singleElement()
                .satisfies(ProxyIntegrationTests::isForTlsAndOwnPages)
                .asString()
                .contains("XSRF-TOKEN=");
        assertThat(ofTheLogIn)
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .singleElement()
                .satisfies(ProxyIntegrationTests::isForTlsAndOwnPages)
                .asString()
                .contains("HttpOnly");
    }

    private static void isForTlsAndOwnPages(String cookie) {
        assertThat(cookie).containsOnlyOnce("Secure").containsOnlyOnce("SameSite=Lax");
    }

    /** The cookies that the log-in sets. */
    private List<String> logIn(String token) {
        return send(request("/camunda/api/admin/auth/user/default/login/cockpit", null)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "XSRF-TOKEN=" + token)
                        .header("X-XSRF-TOKEN", token)
                        .POST(BodyPublishers.ofString("username=ops&password=ops")))
                .headers()
                .allValues("Set-Cookie");
    }
}
