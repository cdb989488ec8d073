package io.orderflow.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL server that writes as safely as one in production. The application logs in as {@link #USER} and the
 * benchmark as somebody else, so that what the benchmark looks at is not counted.
 */
class DatabaseServer implements AutoCloseable {

    static final String USER = "orderflow";

    private final EmbeddedPostgres server;

    DatabaseServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                // No checkpoint while something is counted: its full-page writes would depend on when it comes.
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.max", "5000")
                .start();
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create role " + USER + " login");
            statement.execute("create database orderflow owner " + USER);
        }
        execute("create extension pg_stat_statements");
    }

    /** For the application. */
    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/orderflow";
    }

    /** For the benchmark: may see everything. */
    String adminUrl() {
        return server.getJdbcUrl("postgres", "orderflow");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(adminUrl());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
