package io.orderflow.process.forms;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The wording of values on forms, with times in Seoul. */
final class Wording {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Seoul"));

    private Wording() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** Returns {@code CHANGE_OF_MIND} as <em>Change of mind</em>. */
    static String of(Object name) {
        String words = name.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String since(Instant begin, Instant now) {
        Duration open = Duration.between(begin, now);
        return open.toDays() > 0 ? "%d days".formatted(open.toDays()) : "%d hours".formatted(open.toHours());
    }

    static String orDash(@Nullable String text) {
        return text == null || text.isBlank() ? "-" : text;
    }
}
