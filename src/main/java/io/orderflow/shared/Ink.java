package io.orderflow.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be seen when it is printed. A name of spaces, or of characters of no width, is none. */
public final class Ink {

    /**
     * A text with at least one such character, as a regular expression. Letters and symbols that print nothing are
     * named one by one: the fillers of Hangul and the empty Braille pattern.
     */
    public static final String SOME = "[\\s\\S]*[^\\s\\p{Z}\\p{C}\\u115F\\u1160\\u2800\\u3164\\uFFA0][\\s\\S]*";

    private static final Pattern PATTERN = Pattern.compile(SOME);

    private Ink() {}

    /**
     * Whether something of a text can be seen.
     *
     * @param text null is no text at all
     */
    public static boolean isIn(@Nullable String text) {
        return text != null && PATTERN.matcher(text).matches();
    }
}
