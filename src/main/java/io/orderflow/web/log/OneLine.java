package io.orderflow.web.log;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The replacement of control characters and line breaks by spaces, so that a text stays on one line. */
final class OneLine {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}&&[^\\t]]+");

    private OneLine() {}

    /** Returns the text on one line; null stays null. */
    static @Nullable String of(@Nullable String text) {
        return text == null ? null : CONTROL.matcher(text).replaceAll(" ");
    }
}
