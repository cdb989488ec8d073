package io.orderflow.payment.web;

import io.orderflow.shared.UnfitSetting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The part of the webhook's path that only the payment gateway knows. */
@Component
class PaymentWebhookSecret {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~-]{16,200}");

    private final List<String> secrets;

    /**
     * @param secrets each 16 to 200 letters, digits and {@code - . _ ~}; empty: there is no secret
     * @throws UnfitSetting when a secret is of another shape; the message does not repeat it
     */
    PaymentWebhookSecret(PaymentSecrets secrets) {
        this.secrets = secrets.paymentSecret();
        if (!this.secrets.stream().allMatch(secret -> SHAPE.matcher(secret).matches())) {
            throw new UnfitSetting(
                    "orders.webhook.payment-secret",
                    "is part of an address: it must be 16 to 200 letters, digits and - . _ ~");
        }
    }

    /**
     * Whether this is one of the secrets; never when there is none. The time it takes does not tell how much of it is
     * right.
     */
    boolean is(String given) {
        return secrets.stream()
                .anyMatch(secret -> MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)));
    }
}
