package io.orderflow.process.model.rules;

import io.orderflow.process.model.ModelSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The limits of times in models. The setting {@code orders.models.limits-factor} makes all of them wider. */
@Component
class Limits {

    /** The kinds of times, each with its shortest and longest value. */
    enum Limit {
        TIMER("a timer", "PT1M", "P180D"),
        CYCLE("the time between two reminders", "PT15M", "P30D"),
        RETRY("the wait before a retry", "PT1S", "P1D"),
        DUE("the time until a task is due", "PT10M", "P60D"),
        HISTORY("the time that history is kept", "P30D", "P3650D");

        final String what;
        final Duration shortest;
        final Duration longest;

        Limit(String what, String shortest, String longest) {
            this.what = what;
            this.shortest = Duration.parse(shortest);
            this.longest = Duration.parse(longest);
        }
    }

    static final int MOST_RETRIES = 50;
    static final int MOST_REMINDERS = 100;
    static final int HIGHEST_PRIORITY = 100;

    private static final Pattern ISO = Pattern.compile("(P[^T]*)(T.+)?");
    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_YEAR = 365;

    private static final ZoneId SHOP = ZoneId.of("Asia/Seoul");

    private final int factor;
    private final Clock clock;

    Limits(ModelSettings settings, Clock clock) {
        this.clock = clock;
        factor = settings.limitsFactor();
    }

    /** Returns what is wrong with a time of this kind; empty if it is within the limits. */
    Optional<String> objection(Limit limit, String text) {
        Optional<Duration> duration = duration(text);
        if (duration.isEmpty()) {
            return Optional.of("“" + text + "” is no duration");
        }
        if (duration.get().compareTo(limit.shortest.dividedBy(factor)) < 0) {
            return Optional.of(limit.what + " of " + text + " is too short (at least " + limit.shortest + ")");
        }
        return duration.get().compareTo(limit.longest.multipliedBy(factor)) > 0
                ? Optional.of(limit.what + " of " + text + " is too long (at most P" + limit.longest.toDays() + "D)"
                        + (text.matches("P\\d+M")
                                ? ", since " + text + " are months; PT" + text.substring(1) + " are minutes"
                                : ""))
                : Optional.empty();
    }

    /**
     * Returns what is wrong with a fixed date, which every order reaches sooner or later; empty if it is in the future.
     */
    Optional<String> past(String text) {
        return moment(text)
                .map(moment -> moment.isBefore(clock.instant())
                        ? Optional.of("the date " + text + " has passed")
                        : Optional.<String>empty())
                .orElse(Optional.of("“" + text + "” is no date"));
    }

    private static Optional<Instant> moment(String text) {
        List<Function<String, Instant>> ways = List.of(
                date -> OffsetDateTime.parse(date).toInstant(),
                date -> LocalDateTime.parse(date).atZone(SHOP).toInstant(),
                date -> LocalDate.parse(date).atStartOfDay(SHOP).toInstant());
        for (Function<String, Instant> way : ways) {
            try {
                return Optional.of(way.apply(text));
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Returns the duration, with months and years by their usual lengths; empty if the text is not a duration. */
    static Optional<Duration> duration(String text) {
        Matcher parts = ISO.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Period days = parts.group(1).equals("P") ? Period.ZERO : Period.parse(parts.group(1));
            Duration time = parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2));
            return Optional.of(time.plusDays(
                    days.getDays() + (long) days.getMonths() * DAYS_OF_MONTH + (long) days.getYears() * DAYS_OF_YEAR));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
