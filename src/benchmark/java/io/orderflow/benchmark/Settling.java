package io.orderflow.benchmark;

import io.orderflow.benchmark.OpenShop.Placed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * How many payments are settled while the gateway takes a second for each, and so many callers wait for theirs.
 *
 * @param payments settled in the steady state
 * @param perSecond of them
 * @param toSettled from the submission stored to the outcome stored
 * @param unbooked paid orders whose parcel was not booked yet at the end
 * @param cpuMillis of each process per payment
 */
record Settling(
        int callers,
        long payments,
        double perSecond,
        Times answered,
        Times toSettled,
        long unbooked,
        Map<String, Double> cpuMillis,
        Map<String, Double> peaks,
        Map<String, Integer> wrong,
        double loadAverage) {

    private static final int CALLERS = 120;
    private static final int ORDERS = 5000;
    private static final int PLACING_AT_ONCE = 16;
    /** Until then so much is compiled that a core has little time for anything else. */
    private static final Duration WARM_UP = Duration.ofMinutes(5);

    private static final int CALLERS_AT_WARM_UP = 6;
    private static final Duration UNTIL_STEADY = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final int WAIT = 10;

    static Settling run(DatabaseServer server, PaymentGatewayProcess gateway, Application application)
            throws Exception {
        OpenShop shop = new OpenShop(application.url());
        warmUp(shop);
        Queue<Placed> orders = place(shop, ORDERS);
        server.execute("analyze");
        gateway.behave(PaymentGatewayProcess.SLOW);
        try (Peaks peaks = new Peaks(application.url())) {
            Instant from = Instant.now().plus(UNTIL_STEADY);
            Instant end = from.plus(STEADY);
            for (int caller = 0; caller < CALLERS; caller++) {
                payOn(shop, orders, end);
            }
            sleepUntil(from);
            shop.takeTimes();
            peaks.take();
            Map<String, Double> before = cpu(server, gateway, application);
            sleepUntil(end);
            Map<String, Double> after = cpu(server, gateway, application);
            return measured(server, shop, peaks, from, end, before, after);
        } finally {
            gateway.behave(PaymentGatewayProcess.WELL);
        }
    }

    private static void warmUp(OpenShop shop) throws InterruptedException {
        Instant end = Instant.now().plus(WARM_UP);
        for (int caller = 0; caller < CALLERS_AT_WARM_UP; caller++) {
            placeAndPayOn(shop, end);
        }
        sleepUntil(end);
    }

    private static void placeAndPayOn(OpenShop shop, Instant end) {
        if (Instant.now().isBefore(end)) {
            shop.place()
                    .thenCompose(order -> shop.pay(order, WAIT))
                    .whenCompleteAsync((answer, trouble) -> placeAndPayOn(shop, end));
        }
    }

    private static void sleepUntil(Instant time) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), time).toMillis()));
    }

    private static Queue<Placed> place(OpenShop shop, int number) throws InterruptedException {
        Queue<Placed> orders = new ConcurrentLinkedQueue<>();
        Semaphore places = new Semaphore(PLACING_AT_ONCE);
        for (int left = number; left > 0; left--) {
            places.acquire();
            shop.place().thenAccept(orders::add).whenComplete((done, trouble) -> places.release());
        }
        places.acquire(PLACING_AT_ONCE);
        return orders;
    }

    private static void payOn(OpenShop shop, Queue<Placed> orders, Instant end) {
        Placed order = orders.poll();
        if (order != null && Instant.now().isBefore(end)) {
            shop.pay(order, WAIT).whenCompleteAsync((answer, trouble) -> payOn(shop, orders, end));
        }
    }

    private static Settling measured(
            DatabaseServer server,
            OpenShop shop,
            Peaks peaks,
            Instant from,
            Instant end,
            Map<String, Double> before,
            Map<String, Double> after)
            throws SQLException {
        Map<String, Times> times = shop.takeTimes();
        try (Connection connection = server.connect();
                var statement = connection.prepareStatement("""
                select count(*), percentile_cont(0.5) within group (order by took), percentile_cont(0.95) within group (order by took),
                       percentile_cont(0.99) within group (order by took),
                       (select count(*) from orders where payment_status = 'PAID' and shipment_status is null)
                from (select extract(epoch from settled_at - requested_at) * 1000 as took from charge
                      where status = 'APPROVED' and settled_at >= ? and settled_at < ?) settled""")) {
            statement.setTimestamp(1, Timestamp.from(from));
            statement.setTimestamp(2, Timestamp.from(end));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long payments = row.getLong(1);
                Map<String, Double> cpu = new TreeMap<>();
                after.forEach(
                        (process, millis) -> cpu.put(process, (millis - before.get(process)) / Math.max(1, payments)));
                return new Settling(
                        CALLERS,
                        payments,
                        payments / (Duration.between(from, end).toMillis() / 1000.0),
                        times.get(OrderRequests.PAY),
                        new Times((int) payments, row.getDouble(2), row.getDouble(3), row.getDouble(4)),
                        row.getLong(5),
                        cpu,
                        peaks.take(),
                        shop.takeWrong(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
        }
    }

    /** Milliseconds that each has had of the cores so far. */
    private static Map<String, Double> cpu(
            DatabaseServer server, PaymentGatewayProcess gateway, Application application) throws IOException {
        return Map.of(
                "application",
                millis(application.process().toHandle()),
                "gateway",
                millis(gateway.process().toHandle()),
                "database",
                server.process().descendants().mapToDouble(Settling::millis).sum(),
                "load",
                millis(ProcessHandle.current()));
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }
}
