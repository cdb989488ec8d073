package io.orderflow.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the carrier tells about an order's parcel, signed as Standard Webhooks says.
 *
 * @param id header {@code webhook-id}
 * @param timestamp header {@code webhook-timestamp}
 * @param body JSON
 */
public record CarrierWebhook(String id, String timestamp, String body) {

    public static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("a secret for benchmarks only".getBytes());

    /** @param type such as {@code shipment.in_transit} */
    public static CarrierWebhook of(String type, String orderNumber) {
        String id = "msg_" + UUID.randomUUID();
        Instant now = Instant.now();
        return new CarrierWebhook(
                id, Long.toString(now.getEpochSecond()), """
                {"type": "%s", "timestamp": "%s", "data": {"eventId": "%s", "carrier": "manual", "orderNumber": "%s",
                 "occurredAt": "%s"}}""".formatted(type, now, id, orderNumber, now));
    }

    /** Header {@code webhook-signature}. */
    public String signature() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
