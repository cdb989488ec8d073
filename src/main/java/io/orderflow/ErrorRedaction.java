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
 * A wrapper around every data source that keeps the values of statements out of their error messages. It sits between
 * the driver and the pool, so that even the pool sees every error as a {@link RedactedError}. Only the error of a
 * connection that cannot be opened stays as the driver wrote it.
 */
@Component
class ErrorRedaction implements BeanPostProcessor, Ordered {

    /** This runs before {@link LazyConnections}, which have no order, wrap the pool. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setDataSource(new RedactingDataSource(new DriverDataSource(
                    pool.getJdbcUrl(),
                    pool.getDriverClassName(),
                    pool.getDataSourceProperties(),
                    pool.getUsername(),
                    pool.getPassword())));
            return pool;
        }
        return bean instanceof DataSource other ? new RedactingDataSource(other) : bean;
    }

    static final class RedactingDataSource extends DelegatingDataSource {

        RedactingDataSource(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return RedactingWrappers.of(super.getConnection());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return RedactingWrappers.of(super.getConnection(user, password));
        }
    }
}
