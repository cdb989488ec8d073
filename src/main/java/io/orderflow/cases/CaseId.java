package io.orderflow.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a case, such as {@code CASE-17}.
 *
 * @param number the number of the case, from 1 and with gaps; less is an {@link IllegalArgumentException}
 */
public record CaseId(long number) {

    private static final Pattern SHAPE = Pattern.compile("CASE-([1-9][0-9]{0,17})");

    public CaseId {
        if (number < 1) {
            throw new IllegalArgumentException("not a case number: " + number);
        }
    }

    /**
     * Reads {@code CASE-17}.
     *
     * @param text anything else, null included, is an {@link IllegalArgumentException}
     */
    public static CaseId of(@Nullable String text) {
        Matcher matcher = SHAPE.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a case id: must be CASE- and a number");
        }
        return new CaseId(Long.parseLong(matcher.group(1)));
    }

    /** As people write it: {@code CASE-17}. */
    @JsonValue
    public String value() {
        return "CASE-" + number;
    }

    @Override
    public String toString() {
        return value();
    }
}
