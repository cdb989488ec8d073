package io.orderflow.order.placing;

import io.orderflow.order.UnpaidLimits;
import io.orderflow.shared.CustomerId;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Upper bounds of what each customer has unpaid: orders, and pieces of any one SKU. A customer's row is the lock of
 * their placings.
 */
@Repository
class UnpaidTallies {

    private final JdbcTemplate jdbc;

    UnpaidTallies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an order, and its pieces to those of whichever SKU; returns whether there was room, as far as is tallied.
     */
    boolean add(CustomerId customer, long pieces, UnpaidLimits most) {
        return jdbc.update("""
                update unpaid_tally set orders = orders + 1, pieces = pieces + ?
                where customer_id = ? and orders < ? and pieces <= ?""", pieces, customer.value(), most.unpaidOrders(), most.unpaidPieces() - pieces) > 0;
    }

    /** Locks the customer's tally until the transaction ends; returns whether there is one. */
    boolean lock(CustomerId customer) {
        return !jdbc.queryForList("select orders from unpaid_tally where customer_id = ? for update", customer.value())
                .isEmpty();
    }

    void correct(CustomerId customer, Unpaid counted) {
        jdbc.update(
                "update unpaid_tally set orders = ?, pieces = ? where customer_id = ?",
                counted.orders(),
                counted.mostPieces(),
                customer.value());
    }

    /** @throws ConcurrencyFailureException when the customer's first two orders come at once */
    void add(CustomerId customer, Unpaid counted) {
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
