package io.orderflow.order.reading;

import io.orderflow.order.OrderStatus;
import io.orderflow.order.PaymentStatus;
import io.orderflow.order.aggregate.Order;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** A repository that finds orders that are not finished, the oldest first. */
interface OpenOrderMarks extends Repository<Order, String> {

    @Query("""
            select new io.orderflow.order.reading.OpenOrders$Mark(o.orderedAt, o.orderNumber) from Order o
            where o.status = :status and o.orderedAt >= :at and (o.orderedAt > :at or o.orderNumber > :number)
            order by o.orderedAt, o.orderNumber""")
    List<OpenOrders.Mark> inStatus(OrderStatus status, Instant at, String number, Limit most);

    @Query("""
            select new io.orderflow.order.reading.OpenOrders$Mark(o.orderedAt, o.orderNumber) from Order o
            where o.status = CANCELLED and o.paymentStatus in :payment
              and o.orderedAt >= :at and (o.orderedAt > :at or o.orderNumber > :number)
            order by o.orderedAt, o.orderNumber""")
    List<OpenOrders.Mark> cancelledWith(Collection<PaymentStatus> payment, Instant at, String number, Limit most);
}
