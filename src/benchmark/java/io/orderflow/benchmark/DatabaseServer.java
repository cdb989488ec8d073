package io.orderflow.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        this(Files.createTempDirectory("orderflow-data"));
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create role " + USER + " login");
        }
        create("orderflow");
        execute("create extension pg_stat_statements");
    }

    private DatabaseServer(Path data) throws IOException {
        this.data = data;
        port = Application.freePort();
        server = launch();
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

    /** The server's first process; those that serve a connection are its children. */
    ProcessHandle process() throws IOException {
        String master = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(master)).orElseThrow();
    }

    /** Stops it as a crash does: connections torn, nothing written that was not written by then. */
    public void crash() throws IOException, InterruptedException {
        String master = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        new ProcessBuilder("kill", "-QUIT", master).start().waitFor();
        while (ProcessHandle.of(Long.parseLong(master))
                .filter(ProcessHandle::isAlive)
                .isPresent()) {
            Thread.sleep(20);
        }
    }

    /** Starts it again after a crash, with the same data and at the same port. */
    public void recover() throws IOException {
        server.close();
        server = launch();
    }

    /**
     * Makes a second server that follows this one at every step: from then on nothing counts as committed here that is
     * not safe there as well.
     */
    public DatabaseServer follower() throws IOException, SQLException, InterruptedException {
        Path copy = Files.createTempDirectory("orderflow-data").resolve("copy");
        server.close();
        new ProcessBuilder("cp", "-a", data.toString(), copy.toString()).start().waitFor();
        server = launch();
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(port),
                StandardOpenOption.APPEND);
        DatabaseServer follower = new DatabaseServer(copy);
        execute("alter system set synchronous_standby_names = '*'");
        execute("select pg_reload_conf()");
        return follower;
    }

    /** Makes a follower go on by itself. */
    public void promote() throws SQLException {
        execute("select pg_promote()");
    }

    public int port() {
        return port;
    }

    /** For the application. */
    String url() {
        return "jdbc:postgresql://localhost:" + port + "/orderflow";
    }

    /** For the benchmark: may see everything. */
    String adminUrl() {
        return server.getJdbcUrl("postgres", "orderflow");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(adminUrl());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Counts no statements of the application from its next start on, which costs time. */
    void countNothing() throws SQLException {
        execute("alter role " + USER + " set pg_stat_statements.track = 'none'");
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (boolean left = true; left; ) {
            try {
                FileSystemUtils.deleteRecursively(data);
                left = false;
            } catch (NoSuchFileException removedMeanwhile) {
                // The server that is stopping removes files of its own.
            }
        }
    }
}
