package io.orderflow.returns.terms;

import io.orderflow.shared.UnfitSetting;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;

/**
 * A period after a delivery or an approval. Whole days, months and years end with a day in Asia/Seoul and are counted
 * by the Korean Civil Act: the first day does not count (article 157), months and years end on the day before the day
 * of the same number, or on the last day of a month without such a day (article 160), and the period ends when that day
 * is over (article 159). A shorter period ends to the millisecond.
 */
public final class ReturnPeriod {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_000_000);
    private static final int LONGEST_YEARS = 10;

    private final TemporalAmount length;

    private ReturnPeriod(TemporalAmount length) {
        this.length = length;
    }

    /**
     * Reads a setting.
     *
     * @param property the name of the setting
     * @param text an ISO-8601 period or duration, such as P3M or PT2H
     * @throws UnfitSetting if the text is none, or is not positive, or is longer than ten years
     */
    public static ReturnPeriod of(String property, String text) {
        try {
            TemporalAmount length = parse(text.strip());
            if (isFit(length)) {
                return new ReturnPeriod(length);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // The error is reported below, without the value.
        }
        throw new UnfitSetting(
                property,
                "must be an ISO-8601 period or duration, such as P7D, P3M or PT2H, longer than "
                        + "nothing and not longer than ten years");
    }

    private static TemporalAmount parse(String text) {
        if (text.matches("[+-]?[Pp][^Tt]+")) {
            return Period.parse(text);
        }
        Duration duration = Duration.parse(text);
        boolean wholeDays = duration.equals(duration.truncatedTo(ChronoUnit.DAYS));
        return wholeDays ? Period.ofDays(Math.toIntExact(duration.toDays())) : duration;
    }

    private static boolean isFit(TemporalAmount length) {
        if (length instanceof Duration duration) {
            return duration.toMillis() > 0 && duration.compareTo(Duration.ofDays(LONGEST_YEARS * 365L)) <= 0;
        }
        Period period = (Period) length;
        return !period.isNegative()
                && !period.isZero()
                && !LocalDate.EPOCH.plus(period).isAfter(LocalDate.EPOCH.plusYears(LONGEST_YEARS));
    }

    /** Returns the last moment of the period that begins at the given moment. */
    public Instant end(Instant begun) {
        if (length instanceof Period period) {
            return lastDay(begun.atZone(SEOUL).toLocalDate().plusDays(1), period)
                    .atTime(END_OF_DAY)
                    .atZone(SEOUL)
                    .toInstant();
        }
        return begun.plus(length).truncatedTo(ChronoUnit.MILLIS);
    }

    private static LocalDate lastDay(LocalDate first, Period period) {
        LocalDate sameDay = first.plusMonths(period.toTotalMonths());
        boolean missing = sameDay.getDayOfMonth() != first.getDayOfMonth();
        return (missing ? sameDay : sameDay.minusDays(1)).plusDays(period.getDays());
    }
}
