package io.orderflow.inventory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code orders}.
 *
 * @param idempotencyRetention how long a repeated change of stock is known as a repeat
 */
@ConfigurationProperties("orders")
record StockSettings(@DefaultValue("P1D") Duration idempotencyRetention) {}
