package io.orderflow.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The check of a pattern that several values share. */
final class Patterns {

    private Patterns() {}

    /**
     * Returns the value. It throws an {@link IllegalArgumentException} that names {@code what} if the value is null or
     * does not match.
     */
    static String require(Pattern shape, @Nullable String value, String what) {
        if (value == null || !shape.matcher(value).matches()) {
            throw new IllegalArgumentException("not a " + what + ": must match " + shape);
        }
        return value;
    }
}
