package io.orderflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives every application context of the tests an empty database of its own: H2 in memory, or, with the system property
 * {@code orders.test.database=postgresql}, a new database in one real PostgreSQL server that the test JVM starts.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + create(),
                        "spring.datasource.username=" + user(),
                        "spring.datasource.password=",
                        "spring.datasource.hikari.minimum-idle=1")
                .applyTo(context);
    }

    /** Makes an empty database and returns its URL; its {@link #user()} has no password. */
    public static String create() {
        String name = "orderflow_" + UUID.randomUUID().toString().replace("-", "");
        return isPostgres() ? createOnPostgres(name) : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    }

    public static String user() {
        return isPostgres() ? "postgres" : "sa";
    }

    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("orders.test.database"));
    }

    private static synchronized String createOnPostgres(String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            }
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a test database", e);
        }
    }
}
