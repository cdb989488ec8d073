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
 * The guard that keeps each customer within the limits on unpaid orders, even if several nodes place orders of the
 * customer at the same time. This takes one statement as long as the stored counts are below the limits. Only if they
 * are not, the customer's unpaid orders are counted.
 */
@Component
class UnpaidOrders {

    /**
     * The wait that a customer is told if no reservation will end, because the outcome of a payment can come at any
     * time.
     */
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
     * Counts an order that was inserted in this transaction. It must be the last step of the transaction, because the
     * customer's other placings wait from here to the commit. An order that was called off at once is not counted.
     */
    void admit(Order order, UnpaidLimits most) throws TooMuchUnpaid {
        if (order.status() == OrderStatus.CREATED && !tally(order.customer(), order.largestLine(), most)) {
            countAnew(order, most);
        }
    }

    /**
     * Counts under the lock of the customer's row, so that no other transaction changes the counts before the commit.
     */
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
