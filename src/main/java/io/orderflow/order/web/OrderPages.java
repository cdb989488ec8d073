package io.orderflow.order.web;

import io.orderflow.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** The sorting and paging of lists of orders. */
final class OrderPages {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("orderedAt"), Sort.Order.desc("orderNumber"));

    private OrderPages() {}

    /**
     * Returns the page to read, newest first if the request names no sorting. Orders that a sorting leaves equal are
     * sorted by their number, so that pages do not overlap.
     */
    static Pageable of(@Nullable Integer page, @Nullable Integer size, @Nullable String sort) {
        Sort wish =
                Paging.sort(sort, NEWEST_FIRST, "orderedAt", "orderNumber", "customerId", "status", "paymentAmount");
        return Paging.of(page, size, wish.getOrderFor("orderNumber") == null ? wish.and(Sort.by("orderNumber")) : wish);
    }
}
