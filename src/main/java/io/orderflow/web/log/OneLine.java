package io.orderflow.web.log;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whatever would begin a new line, or steer a terminal, becomes a blank. */
final class OneLine {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}&&[^\\t]]+");

    private OneLine() {}

    /** Null stays null. */
    static @Nullable String of(@Nullable String text) {
        return text == null ? null : CONTROL.matcher(text).replaceAll(" ");
    }
}
