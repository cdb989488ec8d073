package io.orderflow.returns.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.UnfitSetting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPeriodTests {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /** The first and the last moment of a day in Seoul, and both sides of the midnight of UTC in between. */
    @ParameterizedTest
    @CsvSource({"2026-10-31T15:00:00Z", "2026-10-31T23:59:59.999Z", "2026-11-01T00:00:00Z", "2026-11-01T14:59:59.999Z"})
    void wholeDaysEndWithTheDayInSeoulNotCountingTheDayOfDelivery(Instant delivered) {
        assertThat(period("P7D").end(delivered)).isEqualTo("2026-11-08T14:59:59.999Z");
    }

    @Test
    void hoursThatMakeWholeDaysEndLikeDays() {
        Instant delivered = Instant.parse("2026-11-01T03:00:00Z");

        assertThat(period("PT24H").end(delivered)).isEqualTo("2026-11-02T14:59:59.999Z");
        assertThat(period("PT25H").end(delivered)).isEqualTo("2026-11-02T04:00:00Z");
        assertThat(period("P1DT1H").end(delivered)).isEqualTo("2026-11-02T04:00:00Z");
    }

    @Test
    void shorterPeriodEndsToTheMillisecond() {
        assertThat(period("PT30S").end(Instant.parse("2026-11-01T03:00:00.123Z")))
                .isEqualTo("2026-11-01T03:00:30.123Z");
        assertThat(period("PT0.0019S").end(Instant.parse("2026-11-01T03:00:00.123Z")))
                .isEqualTo("2026-11-01T03:00:00.124Z");
    }

    /** By articles 157 and 160 of the Korean Civil Act, counted from the day after delivery. */
    @ParameterizedTest
    @CsvSource({
        "P3M, 2026-11-22, 2027-02-22",
        "P3M, 2026-11-27, 2027-02-27",
        "P3M, 2026-11-28, 2027-02-28",
        "P3M, 2026-11-29, 2027-02-28",
        "P3M, 2026-11-30, 2027-02-28",
        "P3M, 2027-11-28, 2028-02-28",
        "P3M, 2027-11-29, 2028-02-29",
        "P3M, 2027-11-30, 2028-02-29",
        // The day after is the first of a month: three whole months.
        "P3M, 2027-02-28, 2027-05-31",
        "P3M, 2028-02-28, 2028-05-28",
        "P3M, 2028-02-29, 2028-05-31",
        "P3M, 2027-04-30, 2027-07-31",
        "P3M, 2026-12-31, 2027-03-31",
        "P1M, 2027-01-29, 2027-02-28",
        "P1M, 2027-01-30, 2027-02-28",
        "P1Y, 2028-02-28, 2029-02-28",
        "P1Y, 2028-02-29, 2029-02-28",
        "P3M10D, 2026-11-28, 2027-03-10",
        "P2W, 2026-11-22, 2026-12-06"
    })
    void monthsGoByTheCalendar(String length, LocalDate delivered, LocalDate last) {
        Instant morning = delivered.atTime(0, 0).atZone(SEOUL).toInstant();
        Instant night = delivered.plusDays(1).atStartOfDay(SEOUL).toInstant().minusMillis(1);

        assertThat(period(length).end(morning))
                .isEqualTo(period(length).end(night))
                .isEqualTo(last.plusDays(1).atStartOfDay(SEOUL).toInstant().minusMillis(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P10Y", "P120M", "P3650D", "PT1S", "PT87600H", " P7D ", "p7d", "pt2h"})
    void takesWhatIsLongerThanNothingAndAtMostTenYears(String length) {
        Instant delivered = Instant.parse("2026-11-01T03:00:00Z");

        assertThat(period(length).end(delivered)).isAfter(delivered).isBefore(Instant.parse("2036-11-02T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "P",
                "7",
                "7d",
                "a week",
                "P0D",
                "PT0S",
                "PT0.0009S",
                "P-3M",
                "-P3M",
                "P1M-1D",
                "PT-1S",
                "P10Y1D",
                "P121M",
                "P3654D",
                "PT87601H",
                "P999999999Y",
                "P99999999999D",
                "PT999999999999999H",
                "P2147483647M",
                "P2147483647W"
            })
    void refusesAnythingElseWithoutRepeatingIt(String length) {
        assertThatThrownBy(() -> ReturnPeriod.of("orders.a-period", length))
                .isInstanceOf(UnfitSetting.class)
                .hasMessage(
                        "orders.a-period must be an ISO-8601 period or duration, such as P7D, P3M or PT2H, longer than "
                                + "nothing and not longer than ten years");
    }

    private static ReturnPeriod period(String length) {
        return ReturnPeriod.of("orders.a-period", length);
    }
}
