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
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps what each customer has unpaid within the limits, exactly, however many orders are placed at once on however
 * many nodes. A customer's tally holds upper bounds of it: orders, and pieces of any one SKU. As long as it has room
 * that is one statement; only when it has none the orders are counted. Its row is the lock of the customer's placings.
 */
@Component
class UnpaidOrders {

    /** While a payment is in progress nobody knows when its order makes room. */
    private static final Duration OUTCOME_UNKNOWN = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final UnpaidLines lines;
    private final Clock clock;

    UnpaidOrders(JdbcTemplate jdbc, UnpaidLines lines, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Counts an order that was written in this transaction, as the last thing it does: from here to its end the
     * customer's other placings wait. An order that holds nothing is not counted.
     */
    void admit(Order order, UnpaidLimits most) throws TooMuchUnpaid {
        if (order.status() == OrderStatus.CREATED && !tally(order.customer(), order.largestLine(), most)) {
            countAnew(order, most);
        }
    }

    /** Under the lock of the tally: nobody adds to it between the count and the commit. */
    private void countAnew(Order order, UnpaidLimits most) throws TooMuchUnpaid {
        CustomerId customer = order.customer();
        boolean tallied = lock(customer);
        Instant now = clock.instant();
        Unpaid unpaid = new Unpaid(lines.unpaid(customer.value(), now));
        check(order, unpaid, most, now);
        if (tallied) {
            correct(customer, unpaid);
        } else {
            begin(customer, unpaid);
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

    // ---- the customer's tally

    /**
     * Adds an order, and its pieces to those of whichever SKU; returns whether there was room, as far as is tallied.
     */
    private boolean tally(CustomerId customer, long pieces, UnpaidLimits most) {
        return jdbc.update("""
                update unpaid_tally set orders = orders + 1, pieces = pieces + ?
                where customer_id = ? and orders < ? and pieces <= ?""", pieces, customer.value(), most.unpaidOrders(), most.unpaidPieces() - pieces) > 0;
    }

    /** Locks the customer's tally until the transaction ends; returns whether there is one. */
    private boolean lock(CustomerId customer) {
        return !jdbc.queryForList("select orders from unpaid_tally where customer_id = ? for update", customer.value())
                .isEmpty();
    }

    private void correct(CustomerId customer, Unpaid counted) {
        jdbc.update(
                "update unpaid_tally set orders = ?, pieces = ? where customer_id = ?",
                counted.orders(),
                counted.mostPieces(),
                customer.value());
    }

    /** @throws ConcurrencyFailureException when the customer's first two orders come at once */
    private void begin(CustomerId customer, Unpaid counted) {
        try {
            jdbc.update(
                    "insert into unpaid_tally (customer_id, orders, pieces) values (?, ?, ?)",
                    customer.value(),
                    counted.orders(),
                    counted.mostPieces());
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyFailureException("the customer's first two orders came at once", e);
        }
    }
}
