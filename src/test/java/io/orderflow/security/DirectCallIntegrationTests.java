package io.orderflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.web.HttpIntegrationTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Without the profile "proxy" nobody is believed about where a request comes from. */
class DirectCallIntegrationTests extends HttpIntegrationTest {

    @Test
    void ignoresWhatIsForwarded() {
        HttpResponse<String> response = send(request("/api/sample/connection", "alice")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Port", "1")
                .header("Forwarded", "for=203.0.113.9;proto=https;host=evil.example"));

        assertThat(json(response).get("address").asText()).isEqualTo("127.0.0.1");
        assertThat(json(response).get("url").asText()).isEqualTo("http://localhost:" + port + "/api/sample/connection");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
}
