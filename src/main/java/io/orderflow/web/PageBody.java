package io.orderflow.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;

/** The body of a list in pages. */
public record PageBody<T>(List<T> content, PageInfo page) {

    /** Which page it is: its most entries, its number from 0, and how many entries and pages there are in all. */
    public record PageInfo(int size, int number, long totalElements, int totalPages) {}

    /** Makes the body of a page, and maps each row. */
    public static <S, T> PageBody<T> of(Page<S> page, Function<S, T> mapper) {
        return new PageBody<>(
                page.getContent().stream().map(mapper).toList(),
                new PageInfo(page.getSize(), page.getNumber(), page.getTotalElements(), page.getTotalPages()));
    }
}
