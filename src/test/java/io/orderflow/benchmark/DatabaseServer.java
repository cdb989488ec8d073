package io.orderflow.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server that writes as safely as one in production. The application logs in as {@link #USER} and the
 * benchmark as somebody else, so that what the benchmark looks at is not counted.
 */
public class DatabaseServer implements AutoCloseable {

    public static final String USER = "orderflow";

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    public DatabaseServer() throws IOException, SQLException {
        data = Files.createTempDirectory("orderflow-data");
        port = Application.freePort();
        server = launch();
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create role " + USER + " login");
        }
        create("orderflow");
        execute("create extension pg_stat_statements");
    }

    private EmbeddedPostgres launch() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                // No checkpoint while something is counted: its full-page writes would depend on when it comes.
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.max", "5000")
                .start();
    }

    /** Makes an empty database for the application. */
    public void create(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + database + " owner " + USER);
        }
    }

    /** Stops it as a crash does: connections torn, nothing written that was not written by then. */
    public void crash() throws IOException, InterruptedException {
        String master = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        new ProcessBuilder("kill", "-QUIT", master).start().waitFor();
        while (ProcessHandle.of(Long.parseLong(master)).filter(ProcessHandle::isAlive).isPresent()) {
            Thread.sleep(20);
        }
    }

    /** Starts it again after a crash, with the same data and at the same port. */
    public void recover() throws IOException {
        server.close();
        server = launch();
    }

    /** For the application. */
    String url() {
        return url("orderflow");
    }

    /** For the application: any database. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** For the benchmark: may see everything. */
    String adminUrl() {
        return adminUrl("orderflow");
    }

    /** For whoever looks on: may see everything. */
    public String adminUrl(String database) {
        return server.getJdbcUrl("postgres", database);
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
        FileSystemUtils.deleteRecursively(data);
    }
}
