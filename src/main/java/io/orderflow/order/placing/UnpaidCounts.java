package io.orderflow.order.placing;

import io.orderflow.order.UnpaidLimits;
import io.orderflow.shared.CustomerId;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The repository of each customer's counts: an upper bound of the customer's unpaid orders, and one of the unpaid
 * pieces of any SKU. The customer's row is also the lock for the customer's placings.
 */
@Repository
class UnpaidCounts {

    private final JdbcTemplate jdbc;

    UnpaidCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an order and its pieces, if the counts stay within the limits; returns whether they do. */
    boolean add(CustomerId customer, long pieces, UnpaidLimits most) {
        return jdbc.update("""
                update unpaid_tally set orders = orders + 1, pieces = pieces + ?
                where customer_id = ? and orders < ? and pieces <= ?""", pieces, customer.value(), most.unpaidOrders(), most.unpaidPieces() - pieces) > 0;
    }

    /** Locks the customer's row until the transaction ends; returns whether there is one. */
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

    /** @throws ConcurrencyFailureException if the customer's first two orders are placed at the same time */
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
