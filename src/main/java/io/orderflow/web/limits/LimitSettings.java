package io.orderflow.web.limits;

import io.orderflow.shared.UnfitSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rate limits of each customer, on each node.
 *
 * @param writesPerMinute writes per minute, without repeats under an idempotency key
 * @param couponAttempts placings per hour with a coupon code that cannot be used
 * @param idempotencyKeys new idempotency keys per day
 */
@ConfigurationProperties("orders.limits")
record LimitSettings(
        @DefaultValue("60") int writesPerMinute,
        @DefaultValue("100") int couponAttempts,
        @DefaultValue("10000") int idempotencyKeys) {

    LimitSettings {
        UnfitSetting.unless(writesPerMinute > 0, "orders.limits.writes-per-minute", "must be at least 1");
        UnfitSetting.unless(couponAttempts > 0, "orders.limits.coupon-attempts", "must be at least 1");
        UnfitSetting.unless(idempotencyKeys > 0, "orders.limits.idempotency-keys", "must be at least 1");
    }
}
