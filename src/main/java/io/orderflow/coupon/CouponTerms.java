package io.orderflow.coupon;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon is worth, and to whom and when. Times are kept to the millisecond.
 *
 * @param type not null
 * @param value percent, 1 to 100, or won, at least 1
 * @param minimum the least total it can be used on; not null
 * @param maxUses how many orders may hold it; not negative
 * @param validFrom the first moment it can be used; null for ever since
 * @param validTo the first moment it cannot be used any more, after {@code validFrom}; null for ever after
 * @param customer the only one who may use it; null for anyone
 * @throws IllegalArgumentException when a part is out of its range
 */
public record CouponTerms(
        DiscountType type,
        long value,
        Money minimum,
        long maxUses,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable CustomerId customer) {

    public CouponTerms {
        validFrom = toMillis(validFrom);
        validTo = toMillis(validTo);
        require(type != null && minimum != null, "type and minimum must be given");
        require(value >= 1, "value must be at least 1");
        require(type != DiscountType.PERCENT || value <= 100, "percentage must be at most 100");
        require(maxUses >= 0, "maxUses must not be negative");
        require(validFrom == null || validTo == null || validTo.isAfter(validFrom), "validTo must be after validFrom");
    }

    /** What it takes off the total: a percentage is rounded down to the won, and no discount is more than the total. */
    public Money discountOn(Money total) {
        long won = total.won();
        return switch (type) {
            // Hundreds and rest apart, because the whole total times the percentage could leave a long.
            case PERCENT -> Money.won(won / 100 * value + won % 100 * value / 100);
            case AMOUNT -> Money.won(Math.min(value, won));
        };
    }

    private static @Nullable Instant toMillis(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
