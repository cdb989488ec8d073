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
 * Whatever connects, connects through {@link DiscreetDatabase}; which further classes there may be
 * {@link ModuleRulesTests} say.
 */
@DatabaseTest
class DiscreetDatabaseIntegrationTests {

    @Test
    void everyDataSourceIsItsOwn(@Autowired Map<String, DataSource> databases, @Autowired ProcessEngine engine)
            throws SQLException {
        assertThat(databases).isNotEmpty();
        for (DataSource database : databases.values()) {
            assertDiscreet(database.unwrap(HikariDataSource.class).getDataSource());
        }
        assertDiscreet(engine.getProcessEngineConfiguration()
                .getDataSource()
                .unwrap(HikariDataSource.class)
                .getDataSource());
    }

    @Test
    void soWouldBeOneThatIsNoPool() throws SQLException {
        var other = new DriverManagerDataSource(TestDatabase.create(), TestDatabase.user(), "");

        assertDiscreet((DataSource) new DiscreetDatabase().postProcessAfterInitialization(other, "other"));
    }

    @Test
    void keepsWhatThePoolIsToldForTheDriver() throws SQLException {
        assumeTrue(TestDatabase.isPostgres());
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(TestDatabase.create());
            pool.setUsername(TestDatabase.user());
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            new DiscreetDatabase().postProcessAfterInitialization(pool, "pool");

            try (Connection connection = pool.getConnection()) {
                assertThat(connection
                                .unwrap(PgConnection.class)
                                .getQueryExecutor()
                                .isReWriteBatchedInsertsEnabled())
                        .isTrue();
            }
        }
    }

    private static void assertDiscreet(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection(TestDatabase.user(), "")) {
            assertThat(connection.getClass().getSimpleName()).isEqualTo("DiscreetConnection");
        }
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getClass().getSimpleName()).isEqualTo("DiscreetConnection");
        }
    }
}
