package io.orderflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As {@link AccessIntegrationTests}, where an issuer of tokens is configured beside Basic. */
@Tag("once")
class BearerIntegrationTests extends EdgeIntegrationTest {

    @Test
    void takesUserAndGroupsFromTheToken() throws JOSEException {
        String token = ISSUER.sign(ISSUER.claims("carol"));

        HttpResponse<String> caller = withToken("/api/sample/caller", token);

        assertThat(caller.statusCode()).isEqualTo(200);
        assertThat(json(caller).get("user").asText()).isEqualTo("carol");
        assertThat(json(caller).get("groups").toString()).isEqualTo("[\"customer\"]");
        assertThat(withToken("/api/coupons/X", token).statusCode()).isEqualTo(403);
        assertThat(get("/api/sample/caller", "alice").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTokensThatAreForgedOrNobodys() throws JOSEException {
        for (String token : List.of(
                ISSUER.forge(ISSUER.claims("carol")),
                ISSUER.leaveUnsigned(ISSUER.claims("carol")),
                ISSUER.signWithPublicKeyAsSecret(ISSUER.claims("carol")),
                ISSUER.sign(ISSUER.claims(null)),
                "nonsense")) {
            assertRefused(token);
        }
    }

    @Test
    void refusesTokensOfOthersAndForOthers() throws JOSEException {
        assertRefused(ISSUER.sign(ISSUER.claims("carol").audience("another-application")));
        assertRefused(ISSUER.sign(ISSUER.claims("carol").audience(List.of())));
        assertRefused(ISSUER.sign(ISSUER.claims("carol").audience("ORDERFLOW")));
        assertRefused(ISSUER.sign(ISSUER.claims("carol").issuer("https://another.example")));

        var forUsToo = ISSUER.claims("carol").audience(List.of("another-application", TestIssuer.AUDIENCE));
        assertThat(withToken("/api/sample/caller", ISSUER.sign(forUsToo)).statusCode())
                .isEqualTo(200);
    }

    /** Clocks may differ by a minute. */
    @Test
    void takesTokensInTheirTimeOnly() throws JOSEException {
        assertRefused(ISSUER.sign(ISSUER.claims("carol").expirationTime(TestIssuer.in(-120))));
        assertRefused(ISSUER.sign(ISSUER.claims("carol").notBeforeTime(TestIssuer.in(600))));

        for (var claims : List.of(
                ISSUER.claims("carol").expirationTime(TestIssuer.in(-5)),
                ISSUER.claims("carol").notBeforeTime(TestIssuer.in(30)))) {
            assertThat(withToken("/api/sample/caller", ISSUER.sign(claims)).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "ops", "admin"})
    void letsNoTokenSpeakForAUserOfOurs(String user) throws JOSEException {
        assertRefused(ISSUER.sign(ISSUER.claims(user)));
        assertRefused(ISSUER.sign(ISSUER.claims(user).claim("groups", List.of("ops"))));
        assertThat(get("/api/sample/caller", user).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheEnginesOwnSurfaceToItsOwnLogIn() throws JOSEException {
        for (String user : List.of("admin", "carol")) {
            assertThat(withToken("/engine-rest/task", ISSUER.sign(ISSUER.claims(user)))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private void assertRefused(String token) {
        HttpResponse<String> response = withToken("/api/sample/caller", token);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).get("code").asText()).isEqualTo("UNAUTHORIZED");
    }

    private HttpResponse<String> withToken(String path, String token) {
        return send(request(path, null).header("Authorization", "Bearer " + token));
    }
}
