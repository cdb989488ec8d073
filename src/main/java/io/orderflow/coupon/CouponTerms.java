package io.orderflow.coupon;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a coupon: its discount, and who may use it and when. Times are stored in milliseconds.
 *
 * @param value percent, 1 to 100, or won, at least 1
 * @param minimum the smallest total for which it can be used
 * @param maxUses the number of orders that may use it; not negative
 * @param validFrom the first moment at which it can be used; null if there is none
 * @param validTo the first moment at which it can no longer be used, after {@code validFrom}; null if there is none
 * @param customer the only customer who may use it; null for everybody
 * @throws IllegalArgumentException if a part is out of its range
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

    /**
     * Returns the discount on a total. A percentage is rounded down to the won, and no discount is more than the total.
     */
    public Money discountOn(Money total) {
        long won = total.won();
        return switch (type) {
            // Hundreds and the rest are multiplied apart, because the total times the percentage could overflow a long.
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
