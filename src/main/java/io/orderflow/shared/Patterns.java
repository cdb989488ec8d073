package io.orderflow.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shape checks that the identifying values share. */
final class Patterns {

    private Patterns() {}

    /**
     * Returns the value, or throws {@link IllegalArgumentException} naming {@code what} when it is null or of another
     * shape.
     */
    static String require(Pattern shape, @Nullable String value, String what) {
        if (value == null || !shape.matcher(value).matches()) {
            throw new IllegalArgumentException("not a " + what + ": must match " + shape);
        }
        return value;
    }
}
