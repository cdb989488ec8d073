package io.orderflow.force;

import io.orderflow.benchmark.DatabaseServer;
import java.io.IOException;
import java.sql.SQLException;

/** A database server and one that follows it; whoever connects finds the one of them that takes writes. */
class Databases implements AutoCloseable {

    private final DatabaseServer first = new DatabaseServer();
    private final DatabaseServer second = first.follower();
    private DatabaseServer current = first;

    Databases() throws IOException, SQLException, InterruptedException {}

    void create(String name) throws SQLException {
        current.create(name);
    }

    /** For the application. */
    String url(String name) {
        return "jdbc:postgresql://localhost:%d,localhost:%d/%s?targetServerType=primary"
                .formatted(first.port(), second.port(), name);
    }

    /** For whoever looks on. */
    String adminUrl(String name) {
        return url(name) + "&user=postgres";
    }

    void crash() throws IOException, InterruptedException {
        first.crash();
    }

    void recover() throws IOException {
        first.recover();
    }

    /** The first one crashes for good, and the second one takes its place. */
    void failOver() throws IOException, InterruptedException, SQLException {
        first.crash();
        second.promote();
        current = second;
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
    }
}
