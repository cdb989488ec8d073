package io.orderflow.order.placing;

import io.orderflow.order.aggregate.Order;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** A repository that finds the order lines that a customer has not paid for. */
interface UnpaidLines extends Repository<Order, String> {

    /** Returns the lines of orders that the customer can still pay, or whose payment is in progress. */
    @Query("""
            select new io.orderflow.order.placing.Unpaid$Line(o.orderNumber, o.reservationExpiresAt, l.sku, l.quantity)
            from Order o join o.lines l
            where o.customerId = :customer and o.status = CREATED
              and (o.paymentStatus = IN_PROGRESS or o.reservationExpiresAt > :now)""")
    List<Unpaid.Line> unpaid(String customer, Instant now);
}
