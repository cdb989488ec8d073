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
     * @param secrets the valid secrets, each of 16 to 200 letters, digits and {@code - . _ ~}; may be empty
     * @throws UnfitSetting if a secret has another shape; the message does not repeat it
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
     * Whether the given text is one of the secrets. The comparison takes constant time, so that its duration does not
     * help to guess a secret.
     */
    boolean is(String given) {
        return secrets.stream()
                .anyMatch(secret -> MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)));
    }
}
