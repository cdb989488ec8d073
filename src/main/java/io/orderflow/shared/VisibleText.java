package io.orderflow.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The test whether a text contains visible characters. Spaces and characters without width are not visible. */
public final class VisibleText {

    /**
     * A regular expression for a text with at least one visible character. It names the letters and symbols that are
     * not visible one by one: the fillers of Hangul and the empty Braille pattern.
     */
    public static final String SOME = "[\\s\\S]*[^\\s\\p{Z}\\p{C}\\u115F\\u1160\\u2800\\u3164\\uFFA0][\\s\\S]*";

    private static final Pattern PATTERN = Pattern.compile(SOME);

    private VisibleText() {}

    /**
     * Whether the text contains a visible character; false for null.
     *
     * @param text null has none
     */
    public static boolean isIn(@Nullable String text) {
        return text != null && PATTERN.matcher(text).matches();
    }
}
