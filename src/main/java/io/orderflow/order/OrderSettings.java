package io.orderflow.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orders}.
 *
 * @param reservationTtl how long an unpaid order holds its stock
 * @param returnWindow how long after delivery goods can come back; whole days end with that day in Asia/Seoul, the day of
 *     delivery not counted (Korean e-commerce law), shorter windows end to the millisecond
 * @param numberStrategy what order numbers look like
 * @param nodeId this node's part of a Snowflake number, 0 to 1023
 * @param idempotencyRetention how long a repeated placement finds its first order
 * @param limits how much a customer may have unpaid
 */
@ConfigurationProperties("orders")
record OrderSettings(@DefaultValue("PT15M") Duration reservationTtl, @DefaultValue("P7D") Duration returnWindow,
        @DefaultValue("random") NumberStrategy numberStrategy, @DefaultValue("0") int nodeId,
        @DefaultValue("P1D") Duration idempotencyRetention, @DefaultValue UnpaidLimits limits) {

    static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Seoul");
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_000_000);

    enum NumberStrategy {
        RANDOM,
        UUID,
        SNOWFLAKE,
        SEQUENCE
    }

    OrderSettings {
        if (reservationTtl.isNegative() || reservationTtl.isZero() || returnWindow.isNegative()) {
            throw new IllegalArgumentException("orders.reservation-ttl must be positive, orders.return-window not negative");
        }
        if (nodeId < 0 || nodeId > 1023) {
            throw new IllegalArgumentException("orders.node-id must be 0 to 1023, was " + nodeId);
        }
    }

    Instant returnUntil(Instant delivered) {
        boolean wholeDays = !returnWindow.isZero() && returnWindow.equals(returnWindow.truncatedTo(ChronoUnit.DAYS));
        if (!wholeDays) {
            return delivered.plus(returnWindow);
        }
        return delivered.atZone(BUSINESS_ZONE).toLocalDate().plusDays(returnWindow.toDays()).atTime(END_OF_DAY)
                .atZone(BUSINESS_ZONE).toInstant();
    }
}
