package io.orderflow.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.web.HttpIntegrationTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "orders.webhook.payment-secret=" + PaymentWebhookIntegrationTests.SECRET)
@ExtendWith(OutputCaptureExtension.class)
class PaymentWebhookIntegrationTests extends HttpIntegrationTest {

    static final String SECRET = "aHVzaC1odXNo_7-hush";
    private static final String PATH = "/webhooks/payments/" + SECRET;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": {\"orderId\": \"ORD-20261122-NOBODYS1\", \"status\": \"DONE\"}} | 200",
                "{\"eventType\": \"SOMETHING_NEW\"} | 200",
                "{ | 422",
                "\"\" | 422"
            })
    void needsNoLogInAndKeepsItsSecret(String body, int status, CapturedOutput output) {
        assertThat(post(PATH, null, body).statusCode()).isEqualTo(status);
        assertThat(output).doesNotContain(SECRET).doesNotContain("NOBODYS1");
    }

    @Test
    void saysNothingOfItsSecretInALogWhateverIsSent(CapturedOutput output) {
        assertThat(post(PATH, null, " ".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(get(PATH, null).statusCode()).isEqualTo(405);
        assertThat(post(PATH + "/", null, "{}").statusCode()).isEqualTo(404);
        assertThat(post(PATH + "x", null, "{}").statusCode()).isEqualTo(404);
        assertThat(post(PATH + ";a=b", null, "{}").statusCode()).isEqualTo(400);
        assertThat(post(PATH + "%00", null, "{}").statusCode()).isEqualTo(400);
        assertThat(send(request(PATH, null).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(output).doesNotContain(SECRET);
    }

    @Test
    void documentNamesTheWebhookAndItsAnswer() {
        JsonNode operation = json(get("/v3/api-docs", null))
                .get("paths")
                .path("/webhooks/payments/{secret}")
                .path("post");

        assertThat(operation.path("tags").path(0).asText()).isEqualTo("Webhooks");
        assertThat(operation.path("responses").fieldNames()).toIterable().containsExactlyInAnyOrder("200", "default");
    }
}
