package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class LazyConnectionsIntegrationTests {

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcTemplate jdbc;

    private HikariDataSource pool;

    @BeforeEach
    void findPool(@Autowired DataSource connections) throws SQLException {
        pool = connections.unwrap(HikariDataSource.class);
    }

    @Test
    void aTransactionTakesAConnectionWithItsFirstStatement() {
        int before = pool.getHikariPoolMXBean().getActiveConnections();

        transactions.executeWithoutResult(status -> {
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(before);
            jdbc.queryForObject("select count(*) from product", Long.class);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(before + 1);
        });

        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(before);
    }
}
