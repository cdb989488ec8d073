package io.orderflow.order;

import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code orders}.
 *
 * @param reservationTtl how long an unpaid order holds its stock
 * @param numberStrategy how order numbers are made
 * @param nodeId the id of this node in a Snowflake number, 0 to 1023
 * @param idempotencyRetention how long a repeat under the same idempotency key finds the first order
 * @param limits how much a customer may have ordered and not paid for
 */
@ConfigurationProperties("orders")
public record OrderSettings(
        @DefaultValue("PT15M") Duration reservationTtl,
        @DefaultValue("random") NumberStrategy numberStrategy,
        @DefaultValue("0") int nodeId,
        @DefaultValue("P1D") Duration idempotencyRetention,
        @DefaultValue UnpaidLimits limits) {

    public static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Seoul");

    public enum NumberStrategy {
        RANDOM,
        UUID,
        SNOWFLAKE,
        SEQUENCE
    }

    public OrderSettings {
        // A number without a unit counts milliseconds, and is probably a mistake.
        UnfitSetting.unless(
                reservationTtl.toSeconds() > 0, "orders.reservation-ttl", "must be at least a second: PT15M, or 15m");
        UnfitSetting.unless(nodeId >= 0 && nodeId <= 1023, "orders.node-id", "must be 0 to 1023");
    }
}
