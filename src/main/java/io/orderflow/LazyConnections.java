package io.orderflow;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * The setting that makes a transaction take a connection from the pool with its first statement only. A transaction
 * without statements then needs none. Most of the engine's transactions at shutdown are such, and would wait for a
 * connection if the database is gone.
 */
@Component
class LazyConnections implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? lazy(pool) : bean;
    }

    private static LazyConnectionDataSourceProxy lazy(HikariDataSource pool) {
        LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
        lazy.setTargetDataSource(pool);
        // These are the defaults of both databases and of the pool; the proxy would open a connection to ask.
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return lazy;
    }
}
