package io.orderflow.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What PostgreSQL has counted: at a moment, or between two. What the benchmark itself asks is not among the statements.
 *
 * @param seconds when, or how long
 * @param statements how often the application ran each statement, by its normalised text; a COMMIT or ROLLBACK for each
 *     BEGIN, which pg_stat_statements leaves out when they are prepared
 * @param commits of all transactions in the database
 * @param walBytes written ahead
 */
record Counters(
        double seconds,
        Map<String, Double> statements,
        double commits,
        double walBytes,
        double inserted,
        double updated,
        double deleted) {

    /** A server process reports its commits and rows only after ten idle seconds, or with its next transaction. */
    private static final Duration UNTIL_REPORTED = Duration.ofMillis(10_500);

    private static final String END_OF_TRANSACTION = "COMMIT or ROLLBACK";
    private static final String STATEMENTS = """
            select s.query, sum(s.calls) from pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname = '%s' group by s.query""".formatted(DatabaseServer.USER);
    private static final String TOTALS = """
            select (select xact_commit from pg_stat_database where datname = current_database()),
                   pg_current_wal_lsn() - '0/0'::pg_lsn,
                   sum(n_tup_ins), sum(n_tup_upd), sum(n_tup_del) from pg_stat_user_tables""";

    /** Waits until all that has happened is counted, and reads it. */
    static Counters now(DatabaseServer server) throws SQLException, InterruptedException {
        Thread.sleep(UNTIL_REPORTED.toMillis());
        try (Connection connection = server.connect();
                var statement = connection.createStatement()) {
            Map<String, Double> statements = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(STATEMENTS)) {
                while (rows.next()) {
                    String text = rows.getString(1).replaceAll("\\s+", " ").strip();
                    if (text.startsWith("BEGIN")) {
                        statements.merge(END_OF_TRANSACTION, rows.getDouble(2), Double::sum);
                    }
                    if (!text.equals("COMMIT") && !text.equals("ROLLBACK")) {
                        statements.merge(text, rows.getDouble(2), Double::sum);
                    }
                }
            }
            try (ResultSet row = statement.executeQuery(TOTALS)) {
                row.next();
                return new Counters(
                        System.nanoTime() / 1e9,
                        statements,
                        row.getDouble(1),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5));
            }
        }
    }

    /** What was counted from the earlier moment to this one. */
    Counters since(Counters earlier) {
        return plus(earlier, -1);
    }

    /** Without what an idle application does in the same time. */
    Counters without(Counters idle) {
        return plus(idle, -seconds / idle.seconds);
    }

    /** The share of one of so many orders, or of one of so many seconds. */
    Counters per(double count) {
        return new Counters(0, Map.of(), 0, 0, 0, 0, 0).plus(this, 1 / count);
    }

    double allStatements() {
        return statements.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Each has a BEGIN and a COMMIT or ROLLBACK among the statements. */
    double transactions() {
        return statements.getOrDefault(END_OF_TRANSACTION, 0.0);
    }

    private Counters plus(Counters other, double factor) {
        Map<String, Double> sums = new TreeMap<>(statements);
        other.statements.forEach((text, calls) -> sums.merge(text, calls * factor, Double::sum));
        sums.values().removeIf(calls -> Math.abs(calls) < 1e-9);
        return new Counters(
                seconds + other.seconds * factor,
                sums,
                commits + other.commits * factor,
                walBytes + other.walBytes * factor,
                inserted + other.inserted * factor,
                updated + other.updated * factor,
                deleted + other.deleted * factor);
    }
}
