package io.orderflow.payment.web;

import io.orderflow.shared.UnfitSetting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The part of the webhook's path that only the payment gateway knows. */
@Component
class PaymentWebhookSecret {

    private final byte[] secret;

    /**
     * @param secret 16 to 200 letters, digits and {@code - . _ ~}; empty: there is no secret
     * @throws UnfitSetting when the secret is of another shape; the message does not repeat it
     */
    PaymentWebhookSecret(@Value("${orders.webhook.payment-secret:}") String secret) {
        if (!secret.isBlank() && !secret.trim().matches("[A-Za-z0-9._~-]{16,200}")) {
            throw new UnfitSetting("orders.webhook.payment-secret",
                    "is part of an address: it must be 16 to 200 letters, digits and - . _ ~");
        }
        this.secret = secret.trim().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether this is the secret; never when there is none. The time it takes does not tell how much of it is right. */
    boolean is(String given) {
        return secret.length > 0 && MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
    }
}
