package io.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundTimeTests {

    @ParameterizedTest
    @CsvSource({
        "Monday, 2026-11-23T00:00:00+09:00, 2026-11-27T00:00:00+09:00",
        "Monday to its end, 2026-11-23T23:59:59.999+09:00, 2026-11-27T00:00:00+09:00",
        "Tuesday, 2026-11-24T10:00:00+09:00, 2026-11-28T00:00:00+09:00",
        "Wednesday over a weekend, 2026-11-25T10:00:00+09:00, 2026-12-01T00:00:00+09:00",
        "Friday, 2026-11-27T10:00:00+09:00, 2026-12-03T00:00:00+09:00",
        "Saturday, 2026-11-28T10:00:00+09:00, 2026-12-03T00:00:00+09:00",
        "Sunday, 2026-11-29T10:00:00+09:00, 2026-12-03T00:00:00+09:00",
        "a Sunday evening elsewhere that is Monday in Seoul, 2026-11-22T20:00:00Z, 2026-11-27T00:00:00+09:00"
    })
    void endsWithTheThirdBusinessDayAfter(String asked, OffsetDateTime at, OffsetDateTime end) {
        Instant found = RefundTime.end(at.toInstant());

        assertThat(found).as(asked).isEqualTo(end.toInstant());
    }
}
