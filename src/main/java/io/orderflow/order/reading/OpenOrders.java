package io.orderflow.order.reading;

import io.orderflow.order.OrderStatus;
import io.orderflow.order.PaymentStatus;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service that finds orders that are not finished, in portions and the oldest first, for jobs that check them. */
@Service
@Transactional(readOnly = true)
public class OpenOrders {

    private static final Set<PaymentStatus> OWING = Set.of(
            PaymentStatus.IN_PROGRESS, PaymentStatus.PAID, PaymentStatus.PARTIALLY_REFUNDED, PaymentStatus.REFUNDED);

    private final OpenOrderMarks orders;

    OpenOrders(OpenOrderMarks orders) {
        this.orders = orders;
    }

    /**
     * The position of an order in the list. The next portion starts after the mark of the last order.
     *
     * @param number the number of the order; empty for a position before the first order of that moment
     */
    public record Mark(Instant orderedAt, String number) {

        /** The position before all orders. */
        public static final Mark START = from(Instant.EPOCH);

        /** Returns the position before the first order of that moment. */
        public static Mark from(Instant moment) {
            return new Mark(moment, "");
        }

        /** The order that was found; an {@link IllegalArgumentException} for a mark that names none. */
        public OrderNumber order() {
            return new OrderNumber(number);
        }
    }

    /**
     * Orders in this status after the mark, the oldest first.
     *
     * @param most how many at most; fewer when there are no more
     */
    public List<Mark> inStatus(OrderStatus status, Mark after, int most) {
        return orders.inStatus(status, after.orderedAt(), after.number(), Limit.of(most));
    }

    /**
     * Cancelled orders after the mark that were paid and are not closed, whether their money is back already or not;
     * the oldest first.
     *
     * @param most how many at most; fewer when there are no more
     */
    public List<Mark> owing(Mark after, int most) {
        return orders.cancelledWith(OWING, after.orderedAt(), after.number(), Limit.of(most));
    }
}
