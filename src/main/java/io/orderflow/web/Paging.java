package io.orderflow.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** The reader of the parameters {@code page}, {@code size} and {@code sort} of a list. */
public final class Paging {

    private static final int LARGEST_SIZE = 100;
    private static final int LAST_PAGE = Integer.MAX_VALUE / LARGEST_SIZE - 1; // No offset overflows up to this page.

    private Paging() {}

    /**
     * Returns the page to read.
     *
     * @param page the number of the page, from 0; null means 0
     * @param size the number of rows, 1 to 100; null means 20
     * @throws ApiProblem 400 {@code VALIDATION_FAILED} if a number is out of its range
     */
    public static Pageable of(@Nullable Integer page, @Nullable Integer size, Sort sort) {
        List<Violation> violations = new ArrayList<>();
        int number = within(0, LAST_PAGE, page, 0, "page", violations);
        int length = within(1, LARGEST_SIZE, size, 20, "size", violations);
        if (!violations.isEmpty()) {
            throw Violation.problem(violations);
        }
        return PageRequest.of(number, length, sort);
    }

    /**
     * Reads {@code sort=field} or {@code sort=field,desc}.
     *
     * @param sort the text that the client sent; null or blank means the default
     * @param usual the default sorting
     * @param fields the fields that a client may sort by, which must be property names of the entity
     * @throws ApiProblem 400 {@code VALIDATION_FAILED} if the field or the direction is another one
     */
    public static Sort sort(@Nullable String sort, Sort usual, String... fields) {
        if (sort == null || sort.isBlank()) {
            return usual;
        }
        String[] parts = sort.split(",", -1);
        boolean known = Arrays.asList(fields).contains(parts[0]) && parts.length <= 2;
        var direction = parts.length < 2
                ? Sort.Direction.ASC
                : Sort.Direction.fromOptionalString(parts[1]).orElse(null);
        if (!known || direction == null) {
            throw Violation.problem("sort", String.join(", ", fields) + " [,asc|,desc]");
        }
        return Sort.by(direction, parts[0]);
    }

    private static int within(
            int least, int most, @Nullable Integer value, int otherwise, String field, List<Violation> violations) {
        if (value != null && (value < least || value > most)) {
            violations.add(new Violation(field, least + " .. " + most));
        }
        return value == null ? otherwise : value;
    }
}
