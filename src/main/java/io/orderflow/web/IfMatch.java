package io.orderflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a write in its {@code If-Match} header, as RFC 9110 has it; controllers take it as a method
 * parameter, and a write whose controller does is the only kind that is let through with such a header.
 */
public final class IfMatch {

    /** What a request without the header asks for: nothing. */
    public static final IfMatch ABSENT = new IfMatch(false, null);

    private static final Pattern ELEMENT =
            Pattern.compile("\\G[ \\t]*+((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")?+[ \\t]*+(?:,|$)");

    private final boolean mustExist;
    private final @Nullable List<String> tags;

    private IfMatch(boolean mustExist, @Nullable List<String> tags) {
        this.mustExist = mustExist;
        this.tags = tags;
    }

    /** Empty when the header is neither {@code *} nor a list of at least one entity tag. */
    static Optional<IfMatch> parse(String header) {
        if (header.trim().equals("*")) {
            return Optional.of(new IfMatch(true, null));
        }
        List<String> tags = new ArrayList<>();
        Matcher element = ELEMENT.matcher(header);
        int end = 0;
        while (end < header.length() && element.find()) {
            end = element.end();
            Optional.ofNullable(element.group(1)).ifPresent(tags::add);
        }
        return end < header.length() || tags.isEmpty() ? Optional.empty() : Optional.of(new IfMatch(true, tags));
    }

    /**
     * Whether the write may go on. A weak tag never matches.
     *
     * @param exists whether there is anything that the write would change
     * @param isCurrent whether the thing as it stands goes by a tag, its quotation marks included; only asked when it
     *     exists
     */
    public boolean admits(boolean exists, Predicate<String> isCurrent) {
        return !mustExist
                || exists
                        && (tags == null
                                || tags.stream()
                                        .filter(tag -> !tag.startsWith("W/"))
                                        .anyMatch(isCurrent));
    }
}
