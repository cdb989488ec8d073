package io.orderflow.order.expiry;

import io.orderflow.order.aggregate.Order;
import io.orderflow.order.reading.OpenOrders;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** A repository that finds the unpaid orders whose reservation has expired, the oldest first. */
interface OrdersToExpire extends Repository<Order, String> {

    /**
     * Returns a mark for each order; the time of these marks is the end of the reservation, not that of the placing.
     */
    @Query("""
            select new io.orderflow.order.reading.OpenOrders$Mark(o.reservationExpiresAt, o.orderNumber) from Order o
            where o.status = CREATED and o.paymentStatus = PENDING and o.cancellation.reason is null
              and o.reservationExpiresAt <= :now
              and o.reservationExpiresAt >= :at and (o.reservationExpiresAt > :at or o.orderNumber > :number)
            order by o.reservationExpiresAt, o.orderNumber""")
    List<OpenOrders.Mark> expired(Instant now, Instant at, String number, Limit most);
}
