package io.orderflow.shipping.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The setting {@code orders.webhook.carrier-secret}: the secrets with which the carrier signs.
 *
 * @param carrierSecret the valid secrets, several while one replaces another; blank ones are ignored
 */
@ConfigurationProperties("orders.webhook")
record CarrierSecrets(@DefaultValue List<String> carrierSecret) {

    CarrierSecrets {
        carrierSecret = carrierSecret.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** Shows the number of secrets only. */
    @Override
    public String toString() {
        return "CarrierSecrets[" + carrierSecret.size() + "]";
    }
}
