package io.orderflow.web.idempotency;

import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The setting {@code orders.idempotency-retention}.
 *
 * @param idempotencyRetention how long an answer is stored
 */
@ConfigurationProperties("orders")
record IdempotencySettings(@DefaultValue("P1D") Duration idempotencyRetention) {

    IdempotencySettings {
        UnfitSetting.unlessPositive(idempotencyRetention, "orders.idempotency-retention");
    }
}
