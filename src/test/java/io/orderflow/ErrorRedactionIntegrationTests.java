package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Whatever connects, connects through {@link ErrorRedaction}; which further classes there may be
 * {@link ModuleRulesTests} say.
 */
@DatabaseTest
class ErrorRedactionIntegrationTests {

    @Test
    void everyDataSourceIsItsOwn(@Autowired Map<String, DataSource> databases, @Autowired ProcessEngine engine)
            throws SQLException {
        assertThat(databases).isNotEmpty();
        for (DataSource database : databases.values()) {
            assertRedacting(database.unwrap(HikariDataSource.class).getDataSource());
        }
        assertRedacting(engine.getProcessEngineConfiguration()
                .getDataSource()
                .unwrap(HikariDataSource.class)
                .getDataSource());
    }

    @Test
    void soWouldBeOneThatIsNoPool() throws SQLException {
        var other = new DriverManagerDataSource(TestDatabase.create(), TestDatabase.user(), "");

        assertRedacting((DataSource) new ErrorRedaction().postProcessAfterInitialization(other, "other"));
    }

    @Test
    void keepsWhatThePoolIsToldForTheDriver() throws SQLException {
        assumeTrue(TestDatabase.isPostgres());
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(TestDatabase.create());
            pool.setUsername(TestDatabase.user());
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            new ErrorRedaction().postProcessAfterInitialization(pool, "pool");

            try (Connection connection = pool.getConnection()) {
                assertThat(connection
                                .unwrap(PgConnection.class)
                                .getQueryExecutor()
                                .isReWriteBatchedInsertsEnabled())
                        .isTrue();
            }
        }
    }

    private static void assertRedacting(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection(TestDatabase.user(), "")) {
            assertThat(connection.getClass().getSimpleName()).isEqualTo("RedactingConnection");
        }
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getClass().getSimpleName()).isEqualTo("RedactingConnection");
        }
    }
}
