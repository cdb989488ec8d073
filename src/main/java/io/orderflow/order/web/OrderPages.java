package io.orderflow.order.web;

import io.orderflow.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** In which order and portions orders are listed. */
final class OrderPages {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("orderedAt"), Sort.Order.desc("orderNumber"));

    private OrderPages() {}

    /** Newest first without a wish; what a wish leaves open is decided by the order number, so that no page shifts. */
    static Pageable of(@Nullable Integer page, @Nullable Integer size, @Nullable String sort) {
        Sort wish =
                Paging.sort(sort, NEWEST_FIRST, "orderedAt", "orderNumber", "customerId", "status", "paymentAmount");
        return Paging.of(page, size, wish.getOrderFor("orderNumber") == null ? wish.and(Sort.by("orderNumber")) : wish);
    }
}
