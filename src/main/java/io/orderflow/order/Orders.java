package io.orderflow.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Orders extends Repository<Order, String> {

    Optional<Order> findByPlacementKey(String placementKey);

    /** In one statement: of all reads this is by far the most frequent one. */
    @Query("select o from Order o left join fetch o.lines where o.orderNumber = :number")
    Optional<Order> findWithLines(String number);

    Page<Order> findByCustomerId(String customerId, Pageable page);

    /** Null filters match everything; {@code to} is exclusive. */
    @Query("""
            select o from Order o
            where (:status is null or o.status = :status) and (:customerId is null or o.customerId = :customerId)
              and o.orderedAt >= :from and o.orderedAt < :to""")
    Page<Order> search(
            @Nullable OrderStatus status, @Nullable String customerId, Instant from, Instant to, Pageable page);

    /** What the customer can still pay for, or is paying for just now. */
    @Query("""
            select new io.orderflow.order.Unpaid$Line(o.orderNumber, o.reservationExpiresAt, l.sku, l.quantity)
            from Order o join o.lines l
            where o.customerId = :customer and o.status = CREATED
              and (o.paymentStatus = IN_PROGRESS or o.reservationExpiresAt > :now)""")
    List<Unpaid.Line> unpaid(String customer, Instant now);

    @Query("""
            select new io.orderflow.order.OpenOrders$Mark(o.orderedAt, o.orderNumber) from Order o
            where o.status = :status and o.orderedAt >= :at and (o.orderedAt > :at or o.orderNumber > :number)
            order by o.orderedAt, o.orderNumber""")
    List<OpenOrders.Mark> inStatus(OrderStatus status, Instant at, String number, Limit most);

    /** The mark is of the time when the reservation expired. */
    @Query("""
            select new io.orderflow.order.OpenOrders$Mark(o.reservationExpiresAt, o.orderNumber) from Order o
            where o.status = CREATED and o.paymentStatus = PENDING and o.cancellation.reason is null
              and o.reservationExpiresAt <= :now
              and o.reservationExpiresAt >= :at and (o.reservationExpiresAt > :at or o.orderNumber > :number)
            order by o.reservationExpiresAt, o.orderNumber""")
    List<OpenOrders.Mark> expired(Instant now, Instant at, String number, Limit most);

    @Query("""
            select new io.orderflow.order.OpenOrders$Mark(o.orderedAt, o.orderNumber) from Order o
            where o.status = CANCELLED and o.paymentStatus in :payment
              and o.orderedAt >= :at and (o.orderedAt > :at or o.orderNumber > :number)
            order by o.orderedAt, o.orderNumber""")
    List<OpenOrders.Mark> cancelledWith(Collection<PaymentStatus> payment, Instant at, String number, Limit most);
}
