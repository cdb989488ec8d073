package io.orderflow.web.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param idempotencyRetention how long an answer is remembered
 */
@ConfigurationProperties("orders")
record IdempotencySettings(@DefaultValue("P1D") Duration idempotencyRetention) {

    IdempotencySettings {
        if (idempotencyRetention.isNegative() || idempotencyRetention.isZero()) {
            throw new IllegalArgumentException("orders.idempotency-retention must be positive");
        }
    }
}
