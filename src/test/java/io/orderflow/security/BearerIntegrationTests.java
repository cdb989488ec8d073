package io.orderflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.orderflow.web.HttpIntegrationTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** As {@link AccessIntegrationTests}, where an issuer of tokens is configured beside Basic. */
class BearerIntegrationTests extends HttpIntegrationTest {

    private static final byte[] KEY = "a key of at least thirty-two bytes, for tests".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_KEY = "another key of thirty-two bytes or more bytes".getBytes(StandardCharsets.UTF_8);

    @TestConfiguration
    static class Issuer {

        @Bean
        JwtDecoder decoder() {
            return NimbusJwtDecoder.withSecretKey(new SecretKeySpec(KEY, "HmacSHA256")).build();
        }
    }

    @Test
    void takesUserAndGroupsFromTheToken() throws JOSEException {
        HttpResponse<String> caller = withToken("/api/sample/caller", token(KEY, "carol", 60));

        assertThat(caller.statusCode()).isEqualTo(200);
        assertThat(json(caller).get("user").asText()).isEqualTo("carol");
        assertThat(json(caller).get("groups").toString()).isEqualTo("[\"customer\"]");
        assertThat(withToken("/api/coupons/X", token(KEY, "carol", 60)).statusCode()).isEqualTo(403);
        assertThat(get("/api/sample/caller", "alice").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTokensThatAreForgedExpiredOrNobodys() throws JOSEException {
        for (String token : List.of(token(OTHER_KEY, "carol", 60), token(KEY, "carol", -3600), token(KEY, null, 60), "nonsense")) {
            HttpResponse<String> response = withToken("/api/sample/caller", token);

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(json(response).get("code").asText()).isEqualTo("UNAUTHORIZED");
        }
    }

    @Test
    void keepsTheEnginesOwnSurfaceToItsOwnLogIn() throws JOSEException {
        assertThat(withToken("/engine-rest/task", token(KEY, "admin", 60)).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> withToken(String path, String token) {
        return send(request(path, null).header("Authorization", "Bearer " + token));
    }

    private static String token(byte[] key, String user, int seconds) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), new JWTClaimsSet.Builder().subject(user)
                .claim("groups", List.of("customer")).expirationTime(new Date(System.currentTimeMillis() + seconds * 1000L)).build());
        token.sign(new MACSigner(key));
        return token.serialize();
    }
}
