package io.orderflow.payment.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the payment gateway knows the webhook's address by.
 *
 * @param paymentSecret the secrets that count, several while one is replaced by another; blank ones count as absent
 */
@ConfigurationProperties("orders.webhook")
record PaymentSecrets(@DefaultValue List<String> paymentSecret) {

    PaymentSecrets {
        paymentSecret = paymentSecret.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** Nothing of what nobody may read. */
    @Override
    public String toString() {
        return "PaymentSecrets[" + paymentSecret.size() + "]";
    }
}
