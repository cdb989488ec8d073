package io.orderflow.order.aggregate;

import io.orderflow.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The repository through which orders are read. */
public interface Orders extends Repository<Order, String> {

    Optional<Order> findByPlacementKey(String placementKey);

    /** Reads an order and its lines in one statement, because this is by far the most frequent read. */
    @Query("select o from Order o left join fetch o.lines where o.orderNumber = :number")
    Optional<Order> findWithLines(String number);

    /** Finds the number and the status of each order that exists. */
    @Query("select o.orderNumber, o.status from Order o where o.orderNumber in :numbers")
    List<Object[]> findStatuses(List<String> numbers);

    Page<Order> findByCustomerId(String customerId, Pageable page);

    /** Finds orders by the filters; a null filter matches every order, and {@code to} is exclusive. */
    @Query("""
            select o from Order o
            where (:status is null or o.status = :status) and (:customerId is null or o.customerId = :customerId)
              and o.orderedAt >= :from and o.orderedAt < :to""")
    Page<Order> search(
            @Nullable OrderStatus status, @Nullable String customerId, Instant from, Instant to, Pageable page);
}
