package io.orderflow.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an order, and an idle application, cost in CPU of application and database. What the JVM spends on compiling is
 * left out: it has an end.
 *
 * @param on what the database held
 * @param application milliseconds of its CPU per complete order
 * @param database milliseconds of its CPU per complete order
 * @param idleApplication its share of one core, while nobody does anything
 * @param idleDatabase its share of one core then
 * @param dearest the statements that took the database longest then, with milliseconds per minute
 */
record Growing(
        String on,
        double application,
        double database,
        double idleApplication,
        double idleDatabase,
        Map<String, Double> dearest) {

    private static final int WARM_UP = 4;
    /** Until the last messages to customers are out. */
    private static final Duration REST = Duration.ofSeconds(10);
    /** The kernel counts CPU in hundredths of a second. */
    private static final double MILLIS_PER_TICK = 10;

    /** As in a shop with six thousand orders a day: what ended months ago is not what ended just now. */
    private static final Duration FINISHED_EVERY = Duration.ofSeconds(15);

    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final int DEAREST = 8;
    private static final String EXECUTED = """
            select s.query, sum(s.total_exec_time) from pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname = '%s' group by s.query""".formatted(DatabaseServer.USER);

    static Growing measure(
            String on,
            DatabaseServer server,
            Application application,
            Shop shop,
            Milestones milestones,
            Settings settings)
            throws IOException, InterruptedException, SQLException {
        int orders = settings.orders();
        complete(shop, milestones, WARM_UP * orders); // most of the work is compiled then
        double applicationBefore = cpu(application);
        double databaseBefore = cpu(server);
        complete(shop, milestones, orders);
        double inApplication = (cpu(application) - applicationBefore) / orders;
        double inDatabase = (cpu(server) - databaseBefore) / orders;
        Thread.sleep(REST.toMillis());
        double idle = settings.idle().toMillis();
        Map<String, Double> executedBefore = executed(server);
        applicationBefore = cpu(application);
        databaseBefore = cpu(server);
        Thread.sleep(settings.idle().toMillis());
        double idleApplication = (cpu(application) - applicationBefore) / idle;
        double idleDatabase = (cpu(server) - databaseBefore) / idle;
        return new Growing(
                on, inApplication, inDatabase, idleApplication, idleDatabase, dearest(server, executedBefore, idle));
    }

    private static Map<String, Double> dearest(DatabaseServer server, Map<String, Double> before, double idle)
            throws SQLException {
        Map<String, Double> spent = executed(server);
        before.forEach((text, millis) -> spent.merge(text, -millis, Double::sum));
        Map<String, Double> dearest = new LinkedHashMap<>();
        spent.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(DEAREST)
                .forEach(entry -> dearest.put(entry.getKey(), entry.getValue() * MILLIS_PER_MINUTE / idle));
        return dearest;
    }

    /** Milliseconds that the database has spent on each statement of the application. */
    private static Map<String, Double> executed(DatabaseServer server) throws SQLException {
        Map<String, Double> executed = new HashMap<>();
        try (Connection connection = server.connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EXECUTED)) {
            while (rows.next()) {
                executed.put(rows.getString(1), rows.getDouble(2));
            }
        }
        return executed;
    }

    private static void complete(Shop shop, Milestones milestones, int orders)
            throws IOException, InterruptedException {
        for (int number = 0; number < orders; number++) {
            shop.completeOrder(milestones, false);
        }
    }

    /** Fills the database with copies of one order of each kind; returns the tables that grew. */
    static Set<String> fill(DatabaseServer server, Shop shop, Milestones milestones, int finished)
            throws IOException, InterruptedException, SQLException {
        String over = shop.completeOrder(milestones, false);
        String onItsWay = shop.shipOrder(milestones);
        String unpaid = shop.placeOrder();
        Set<String> grown = new HashSet<>();
        try (Connection connection = server.connect()) {
            grown.addAll(new Clones(connection).of(over, finished, FINISHED_EVERY));
            grown.addAll(new Clones(connection).of(onItsWay, finished / 10, Duration.ZERO));
            grown.addAll(new Clones(connection).of(unpaid, finished / 10, Duration.ZERO));
        }
        server.execute("vacuum analyze");
        server.execute("checkpoint");
        return grown;
    }

    /** Milliseconds. */
    private static double cpu(Application application) throws IOException {
        return application.cpuTime().toMillis() - compiling(application) * MILLIS_PER_TICK;
    }

    /** Milliseconds, of all its processes. */
    private static double cpu(DatabaseServer server) throws IOException {
        double serving = 0;
        for (ProcessHandle process : (Iterable<ProcessHandle>) server.process().descendants()::iterator) {
            serving += ticks(process, 13, 14);
        }
        // Processes that have ended count with the one that began them.
        return (serving + ticks(server.process(), 13, 14, 15, 16)) * MILLIS_PER_TICK;
    }

    private static double compiling(Application application) throws IOException {
        double sum = 0;
        try (Stream<Path> threads =
                Files.list(Path.of("/proc", Long.toString(application.process().pid()), "task"))) {
            for (Path thread : (Iterable<Path>) threads::iterator) {
                Path stat = thread.resolve("stat");
                if (Files.isReadable(stat) && Files.readString(stat).contains("CompilerThre")) {
                    sum += ticks(stat, 13, 14);
                }
            }
        }
        return sum;
    }

    /** @param fields of {@code /proc/PID/stat}, counted from 0 */
    private static double ticks(ProcessHandle process, int... fields) throws IOException {
        return ticks(Path.of("/proc", Long.toString(process.pid()), "stat"), fields);
    }

    private static double ticks(Path stat, int... fields) throws IOException {
        if (!Files.isReadable(stat)) {
            return 0; // it has ended meanwhile
        }
        String line = Files.readString(stat);
        // The second field is a name and may hold spaces.
        String[] behindName = line.substring(line.lastIndexOf(')') + 2).split(" ");
        double sum = 0;
        for (int field : fields) {
            sum += Double.parseDouble(behindName[field - 2]);
        }
        return sum;
    }
}
