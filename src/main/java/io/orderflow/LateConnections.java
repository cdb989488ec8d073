package io.orderflow;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Takes a connection from the pool with the first statement of a transaction, and none for a transaction that asks
 * nothing, such as most of the engine's when it shuts down: with the database gone, it would wait for one.
 */
@Component
class LateConnections implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? late(pool) : bean;
    }

    private static LazyConnectionDataSourceProxy late(HikariDataSource pool) {
        LazyConnectionDataSourceProxy late = new LazyConnectionDataSourceProxy();
        late.setTargetDataSource(pool);
        // As both databases and the pool have it; the proxy would ask for a connection to find out.
        late.setDefaultAutoCommit(true);
        late.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return late;
    }
}
