package io.orderflow.shared;

import java.util.regex.Pattern;

/**
 * The id of a customer, which is their user id.
 *
 * @param value 1 to 255 characters, with some {@link VisibleText}, without control characters and lone surrogates;
 *     anything else, null included, is an {@link IllegalArgumentException}
 */
public record CustomerId(String value) {

    /** The rule over such a text as a regular expression, besides its length. */
    public static final String SHAPE = "(?=" + VisibleText.SOME + ")[^\\p{Cc}\\p{Cs}]+";

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public CustomerId {
        if (value == null || value.length() > 255 || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a customer id: must be 1 to 255 characters, some of them visible");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
