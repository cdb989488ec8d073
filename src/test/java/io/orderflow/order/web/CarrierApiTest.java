package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Adds the carrier, who signs what it tells. */
abstract class CarrierApiTest extends OrderApiTest {

    String booked(String sku) {
        String number = paid(sku, 1);
        await().untilAsserted(
                        () -> assertThat(order(number).get("shipment").isNull()).isFalse());
        return number;
    }

    static String event(String type, String identity) {
        return event(type, identity, Instant.now().toString());
    }

    static String event(String type, String identity, String occurredAt) {
        return """
                {"type": "%s", "timestamp": "%s", "surplus": 1, "data": {"eventId": "%s", "carrier": "manual", %s,
                 "statusDetail": null, "occurredAt": "%s", "more": {}}}""".formatted(type, Instant.now(), UUID.randomUUID(), identity, occurredAt);
    }

    static String of(String number) {
        return "\"orderNumber\": \"" + number + "\"";
    }

    Api.Answer tell(String id, String body) {
        String time = String.valueOf(Instant.now().getEpochSecond());
        return Api.at(port)
                .with("webhook-id", id)
                .with("webhook-timestamp", time)
                .with("webhook-signature", "v1,bm9uc2Vuc2U= v1," + sign(id + "." + time + "." + body))
                .post("/webhooks/carrier", body);
    }

    void told(String type, String number) {
        assertThat(tell(UUID.randomUUID().toString(), event(type, of(number))).status())
                .isEqualTo(204);
    }

    static String sign(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(CARRIER_SECRET.substring(6)), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
