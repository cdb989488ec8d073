package io.orderflow.process.doors;

import io.orderflow.order.reading.OrderReading;
import io.orderflow.shared.CustomerId;
import java.util.Collection;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All user ids that were ever given. No id is given twice, because its second owner would see the orders of the first
 * one, and would be taken for the first one in audit trails. An id under which somebody ordered with a token counts as
 * given.
 */
@Component
public class GivenUserIds {

    /** The length of the engine's columns. */
    private static final int LONGEST = 64;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final OrderReading orders;

    GivenUserIds(JdbcTemplate jdbc, PlatformTransactionManager transactions, OrderReading orders) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.orders = orders;
    }

    /** Returns whether somebody has, or had, this id. */
    public boolean isGiven(String id) {
        return isNoted(id)
                || !orders.ordersOf(new CustomerId(id), PageRequest.of(0, 1)).isEmpty();
    }

    /**
     * Gives the id, in the transaction that creates its user. Of several attempts at once, the database accepts one.
     *
     * @throws BadUserRequestException if somebody has, or had, this id, or if a customer cannot have such an id
     */
    void give(String id) {
        if (id != null && id.length() > LONGEST) {
            throw new BadUserRequestException("a user id has at most %d characters".formatted(LONGEST));
        }
        try {
            if (isGiven(id)) {
                throw taken(id);
            }
            insert(id);
        } catch (DuplicateKeyException e) {
            throw taken(id);
        } catch (IllegalArgumentException e) {
            throw new BadUserRequestException(e.getMessage());
        }
    }

    /** Notes users whose ids are not noted yet. Another node may do the same at the same time. */
    void note(Collection<String> users) {
        users.stream().filter(id -> !isNoted(id)).forEach(id -> {
            try {
                transaction.executeWithoutResult(status -> insert(id));
            } catch (DuplicateKeyException e) {
                // Another node has noted the id.
            }
        });
    }

    private boolean isNoted(String id) {
        return jdbc.queryForObject("select count(*) from given_user_id where user_id = ?", Integer.class, id) > 0;
    }

    private void insert(String id) {
        jdbc.update("insert into given_user_id (user_id) values (?)", id);
    }

    private static BadUserRequestException taken(String id) {
        return new BadUserRequestException(
                "The user id '%s' belongs or belonged to somebody. Ids are not given twice.".formatted(id));
    }
}
