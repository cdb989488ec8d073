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
 * All user ids that were ever given. None is given twice, or whoever gets it next would find the orders of the one
 * before, and stand for what that one did in the audit trail. An id under which somebody ordered with a token is taken
 * just so.
 */
@Component
public class GivenUserIds {

    /** As long as the engine's columns. */
    private static final int LONGEST = 64;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final OrderReading orders;

    GivenUserIds(JdbcTemplate jdbc, PlatformTransactionManager transactions, OrderReading orders) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.orders = orders;
    }

    /** Whether somebody has, or had, this id. */
    public boolean isGiven(String id) {
        return isNoted(id)
                || !orders.ordersOf(new CustomerId(id), PageRequest.of(0, 1)).isEmpty();
    }

    /**
     * Gives the id, in the transaction that creates its user; of several at once, the database lets one through.
     *
     * @throws BadUserRequestException when somebody has, or had, this id, or when it is none that a customer may have
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

    /** Notes users who were there before their ids were noted; another node may be doing so too. */
    void note(Collection<String> users) {
        users.stream().filter(id -> !isNoted(id)).forEach(id -> {
            try {
                transaction.executeWithoutResult(status -> insert(id));
            } catch (DuplicateKeyException e) {
                // the other node was faster
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
