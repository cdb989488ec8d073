package io.orderflow.web.idempotency;

import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param idempotencyRetention how long an answer is remembered */
@ConfigurationProperties("orders")
record IdempotencySettings(@DefaultValue("P1D") Duration idempotencyRetention) {

    IdempotencySettings {
        UnfitSetting.unlessPositive(idempotencyRetention, "orders.idempotency-retention");
    }
}
