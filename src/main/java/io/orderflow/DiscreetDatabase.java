package io.orderflow;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * The one place that keeps the values of statements out of what is said when they fail: between driver and pool, so
 * that nobody, the pool included, sees an error that is no {@link DiscreetError}. Only a connection that cannot be made
 * is told as the driver tells it.
 */
@Component
class DiscreetDatabase implements BeanPostProcessor, Ordered {

    /** Before the pool goes behind {@link LateConnections}, which have no order. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setDataSource(new Discreet(new DriverDataSource(
                    pool.getJdbcUrl(),
                    pool.getDriverClassName(),
                    pool.getDataSourceProperties(),
                    pool.getUsername(),
                    pool.getPassword())));
            return pool;
        }
        return bean instanceof DataSource other ? new Discreet(other) : bean;
    }

    static final class Discreet extends DelegatingDataSource {

        Discreet(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return DiscreetCalls.of(super.getConnection());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DiscreetCalls.of(super.getConnection(user, password));
        }
    }
}
