package io.orderflow.coupon.web;

import io.orderflow.coupon.CouponTerms;
import io.orderflow.coupon.DiscountType;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.web.Violation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to store a coupon.
 *
 * @param value percent, 1 to 100, or won
 * @param minimumAmount won; 0 if it is absent
 * @param validFrom no limit if it is absent
 * @param validTo no limit if it is absent
 * @param customerId everybody if it is absent
 */
record CouponRequest(
        @NotNull DiscountType discountType,
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long value,
        @Min(0) @Max(1_000_000_000_000L) @Nullable Long minimumAmount,
        @NotNull @Min(0) @Max(1_000_000_000) Long maxUses,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,

        @Size(max = 255) @Pattern(regexp = CustomerId.SHAPE) @Nullable
        String customerId) {

    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    /**
     * Returns the requested terms.
     *
     * @throws Malformed if the parts do not fit together, or if a time is out of its range
     */
    CouponTerms terms() {
        require(discountType != DiscountType.PERCENT || value <= 100, "value", "must be at most 100 percent");
        requireCalendar(validFrom, "validFrom");
        requireCalendar(validTo, "validTo");
        require(
                validFrom == null || validTo == null || validTo.toEpochMilli() > validFrom.toEpochMilli(),
                "validTo",
                "must be after validFrom");
        return new CouponTerms(
                discountType,
                value,
                minimumAmount == null ? Money.ZERO : Money.won(minimumAmount),
                maxUses,
                validFrom,
                validTo,
                customerId == null ? null : new CustomerId(customerId));
    }

    /** Checks the range of a time, which is smaller in databases than in Java. */
    private static void requireCalendar(@Nullable Instant time, String field) {
        require(
                time == null || !time.isBefore(Instant.EPOCH) && time.isBefore(YEAR_10000),
                field,
                "must be in the years 1970 to 9999");
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw Violation.problem(field, message);
        }
    }
}
