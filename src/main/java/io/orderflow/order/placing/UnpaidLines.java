package io.orderflow.order.placing;

import io.orderflow.order.aggregate.Order;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Finds the lines that a customer has not paid for. */
interface UnpaidLines extends Repository<Order, String> {

    /** What the customer can still pay for, or is paying for just now. */
    @Query("""
            select new io.orderflow.order.placing.Unpaid$Line(o.orderNumber, o.reservationExpiresAt, l.sku, l.quantity)
            from Order o join o.lines l
            where o.customerId = :customer and o.status = CREATED
              and (o.paymentStatus = IN_PROGRESS or o.reservationExpiresAt > :now)""")
    List<Unpaid.Line> unpaid(String customer, Instant now);
}
