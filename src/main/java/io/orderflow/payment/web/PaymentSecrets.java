package io.orderflow.payment.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The setting {@code orders.webhook.payment-secret}: the secrets that are part of the webhook's address.
 *
 * @param paymentSecret the valid secrets, several while one replaces another; blank ones are ignored
 */
@ConfigurationProperties("orders.webhook")
record PaymentSecrets(@DefaultValue List<String> paymentSecret) {

    PaymentSecrets {
        paymentSecret = paymentSecret.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** Shows the number of secrets only. */
    @Override
    public String toString() {
        return "PaymentSecrets[" + paymentSecret.size() + "]";
    }
}
