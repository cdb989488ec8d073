package io.orderflow.payment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * The time that a refund may take: three business days, Monday to Friday in Asia/Seoul. The day of the request does not
 * count, and the last day counts to its end. Public holidays count as business days, so a refund around them is
 * reported as late too early.
 */
final class RefundTime {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int BUSINESS_DAYS = 3;

    private RefundTime() {}

    /** Returns the first moment at which a refund that was asked for at the given moment is late. */
    static Instant end(Instant asked) {
        LocalDate day = asked.atZone(SEOUL).toLocalDate();
        for (int counted = 0; counted < BUSINESS_DAYS; ) {
            day = day.plusDays(1);
            counted += WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1;
        }
        return day.plusDays(1).atStartOfDay(SEOUL).toInstant();
    }
}
