package io.orderflow.shipping.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the carrier signs with.
 *
 * @param carrierSecret the secrets that count, several while one is replaced by another; blank ones count as absent
 */
@ConfigurationProperties("orders.webhook")
record CarrierSecrets(@DefaultValue List<String> carrierSecret) {

    CarrierSecrets {
        carrierSecret = carrierSecret.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** Nothing of what nobody may read. */
    @Override
    public String toString() {
        return "CarrierSecrets[" + carrierSecret.size() + "]";
    }
}
