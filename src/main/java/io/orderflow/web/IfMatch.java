package io.orderflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a write in its {@code If-Match} header (RFC 9110). Controllers take it as a method parameter; a
 * write whose controller does not take it is refused if it has the header.
 */
public final class IfMatch {

    /** The condition of a request without the header, which is always true. */
    public static final IfMatch ABSENT = new IfMatch(false, null);

    private static final Pattern ELEMENT =
            Pattern.compile("\\G[ \\t]*+((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")?+[ \\t]*+(?:,|$)");

    private final boolean mustExist;
    private final @Nullable List<String> tags;

    private IfMatch(boolean mustExist, @Nullable List<String> tags) {
        this.mustExist = mustExist;
        this.tags = tags;
    }

    /** Parses the header; returns empty if it is neither {@code *} nor a list of at least one entity tag. */
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
     * Whether the condition is true. A weak tag never matches.
     *
     * @param exists whether the resource exists
     * @param isCurrent whether a tag, with its quotation marks, matches the resource as it is now; called only if the
     *     resource exists
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
