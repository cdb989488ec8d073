package io.orderflow.web.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often each customer may do something, on each node.
 *
 * @param writesPerMinute writes, without repeats of an idempotency key
 * @param couponAttempts placings with a coupon code that is not usable, per hour
 * @param idempotencyKeys new idempotency keys, per day
 */
@ConfigurationProperties("orders.limits")
record LimitSettings(@DefaultValue("60") int writesPerMinute, @DefaultValue("100") int couponAttempts,
        @DefaultValue("10000") int idempotencyKeys) {

    LimitSettings {
        if (writesPerMinute < 1 || couponAttempts < 1 || idempotencyKeys < 1) {
            throw new IllegalArgumentException("orders.limits.writes-per-minute, .coupon-attempts and .idempotency-keys must be "
                    + "at least 1");
        }
    }
}
