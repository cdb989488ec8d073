package io.orderflow.shipping.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import io.orderflow.web.ApiProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

class CarrierWebhookTests {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    private static final String TIMESTAMP = String.valueOf(CLOCK.instant().getEpochSecond());
    private static final String DELIVERED =
            "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": \"T1\"}}";

    private final CarrierInbox inbox = mock(CarrierInbox.class);

    @Test
    void storesSignedMessage() throws Exception {
        String answer = send(SECRET, DELIVERED, sign(DELIVERED));

        var stored = ArgumentCaptor.forClass(CarrierMessage.class);
        verify(inbox).receive(stored.capture());
        assertThat(answer).isEqualTo("204");
        assertThat(stored.getValue().webhookId()).isEqualTo("m1");
        assertThat(stored.getValue().trackingNumber()).isEqualTo("T1");
    }

    @Test
    void refusesBadSignature() throws Exception {
        assertThat(send(SECRET, DELIVERED, sign(DELIVERED + " "))).isEqualTo("401 WEBHOOK_SIGNATURE");

        verify(inbox, never()).receive(any());
    }

    @Test
    void refusesMissingSignature() throws Exception {
        assertThat(send(SECRET, DELIVERED, null)).isEqualTo("401 WEBHOOK_SIGNATURE");
    }

    @Test
    void refusesNonsense() throws Exception {
        assertThat(send(SECRET, "{", sign("{"))).isEqualTo("422 WEBHOOK_BODY");
        assertThat(send(SECRET, "", sign(""))).isEqualTo("422 WEBHOOK_BODY");
    }

    @Test
    void refusesHugeBody() throws Exception {
        String huge = " ".repeat(70_000) + DELIVERED;

        assertThat(send(SECRET, huge, sign(huge))).isEqualTo("422 WEBHOOK_BODY");
    }

    @Test
    void isNotThereWithoutSecret() throws Exception {
        assertThat(send("", DELIVERED, sign(DELIVERED))).isEqualTo("404 NOT_FOUND");
    }

    private String send(String secret, String body, String signature) throws Exception {
        var controller = new CarrierWebhook(
                new CarrierSignature(new CarrierSecrets(List.of(secret)), CLOCK),
                new CarrierMessageReader(CLOCK),
                inbox);
        MockMvc web = MockMvcBuilders.standaloneSetup(controller)
                .setControllerAdvice(new Problems())
                .build();
        var request = post("/webhooks/carrier")
                .content(body)
                .header("webhook-id", "m1")
                .header("webhook-timestamp", TIMESTAMP);
        Optional.ofNullable(signature).ifPresent(it -> request.header("webhook-signature", it));
        var response = web.perform(request).andReturn().getResponse();
        return (response.getStatus() + " " + response.getContentAsString()).trim();
    }

    private static String sign(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return "v1,"
                + Base64.getEncoder().encodeToString(mac.doFinal(("m1." + TIMESTAMP + "." + body).getBytes(UTF_8)));
    }

    /** Stands in for the application's own, which this test is not about. */
    @RestControllerAdvice
    static class Problems {

        @ExceptionHandler
        ResponseEntity<String> answer(ApiProblem problem) {
            return ResponseEntity.status(problem.status()).body(problem.code());
        }
    }
}
