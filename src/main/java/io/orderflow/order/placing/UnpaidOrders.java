package io.orderflow.order.placing;

import io.orderflow.order.OrderStatus;
import io.orderflow.order.UnpaidLimits;
import io.orderflow.order.aggregate.Order;
import io.orderflow.order.aggregate.OrderLine;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Sku;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps what each customer has unpaid within the limits, exactly, however many orders are placed at once on however
 * many nodes. As long as the customer's tally has room that is one statement; only when it has none the orders are
 * counted.
 */
@Component
class UnpaidOrders {

    /** While a payment is in progress nobody knows when its order makes room. */
    private static final Duration OUTCOME_UNKNOWN = Duration.ofMinutes(1);

    private final UnpaidTallies tallies;
    private final UnpaidLines lines;
    private final Clock clock;

    UnpaidOrders(UnpaidTallies tallies, UnpaidLines lines, Clock clock) {
        this.tallies = tallies;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Counts an order that was written in this transaction, as the last thing it does: from here to its end the
     * customer's other placings wait. An order that holds nothing is not counted.
     */
    void admit(Order order, UnpaidLimits most) throws TooMuchUnpaid {
        if (order.status() == OrderStatus.CREATED && !tallies.add(order.customer(), order.largestLine(), most)) {
            countAnew(order, most);
        }
    }

    /** Under the lock of the tally: nobody adds to it between the count and the commit. */
    private void countAnew(Order order, UnpaidLimits most) throws TooMuchUnpaid {
        CustomerId customer = order.customer();
        boolean tallied = tallies.lock(customer);
        Instant now = clock.instant();
        Unpaid unpaid = new Unpaid(lines.unpaid(customer.value(), now));
        check(order, unpaid, most, now);
        if (tallied) {
            tallies.correct(customer, unpaid);
        } else {
            tallies.add(customer, unpaid);
        }
    }

    private static void check(Order order, Unpaid unpaid, UnpaidLimits most, Instant now) throws TooMuchUnpaid {
        Unpaid others = unpaid.without(order.number());
        if (unpaid.orders() > most.unpaidOrders()) {
            throw new TooMuchUnpaid(most.unpaidOrders(), Optional.empty(), Optional.of(wait(others, now)));
        }
        for (OrderLine line : order.lines()) {
            Sku sku = line.sku();
            if (unpaid.pieces(sku) > most.unpaidPieces()) {
                boolean tooLarge = line.quantity().pieces() > most.unpaidPieces();
                throw new TooMuchUnpaid(
                        most.unpaidPieces(),
                        Optional.of(sku),
                        tooLarge ? Optional.empty() : Optional.of(wait(others.where(other -> other.isOf(sku)), now)));
            }
        }
    }

    private static Duration wait(Unpaid others, Instant now) {
        return others.nextExpiry(now).map(end -> Duration.between(now, end)).orElse(OUTCOME_UNKNOWN);
    }
}
