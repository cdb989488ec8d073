package io.orderflow;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Knows whether somebody waits for a lock in the database, so that a test can put one transaction in another's way. */
@TestComponent
public class LockWaits {

    private static final String H2 = "select count(*) from information_schema.sessions where blocker_id is not null";
    private static final String POSTGRES = "select count(*) from pg_stat_activity "
            + "where wait_event_type = 'Lock' and datname = current_database()";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate besides;

    LockWaits(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.besides = new TransactionTemplate(transactions);
        besides.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public boolean isSomebodyWaiting() {
        return besides.execute(t -> jdbc.queryForObject(TestDatabase.isPostgres() ? POSTGRES : H2, Integer.class)) > 0;
    }
}
