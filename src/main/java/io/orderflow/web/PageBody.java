package io.orderflow.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;

/** The contract's body of a paged list. */
public record PageBody<T>(List<T> content, PageInfo page) {

    /** Which page it is: its most entries, its number from 0, and how many entries and pages there are in all. */
    public record PageInfo(int size, int number, long totalElements, int totalPages) {}

    /** Maps one page of results, row by row. */
    public static <S, T> PageBody<T> of(Page<S> page, Function<S, T> mapper) {
        return new PageBody<>(
                page.getContent().stream().map(mapper).toList(),
                new PageInfo(page.getSize(), page.getNumber(), page.getTotalElements(), page.getTotalPages()));
    }
}
