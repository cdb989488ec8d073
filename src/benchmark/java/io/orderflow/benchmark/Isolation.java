package io.orderflow.benchmark;

import io.orderflow.benchmark.OpenShop.Placed;
import io.orderflow.benchmark.Outsider.State;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A steady business, while somebody outside is well, hangs or fails: so many calls a second, however long the answers
 * take, so that slow answers make nothing easier.
 */
class Isolation implements AutoCloseable {

    /** How long an unpaid order keeps its stock here. */
    static final Duration TTL = Duration.ofSeconds(20);

    private static final String APPLIED_HAND_OVER = "… until it is applied";
    private static final String EXPIRY = "Reservation's timer late";
    private static final Duration RECOVERY = Duration.ofMinutes(20);
    private static final int PLACED_PER_SECOND = 4;
    private static final int PARCELS_PER_SECOND = 1;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
    private final Queue<Placed> paid = new ConcurrentLinkedQueue<>();
    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private final AtomicInteger placed = new AtomicInteger();
    private final DatabaseServer server;
    private final Outsider outsider;
    private final OpenShop shop;
    private final Peaks peaks;

    Isolation(DatabaseServer server, Outsider outsider, String url) {
        this.server = server;
        this.outsider = outsider;
        shop = new OpenShop(url);
        peaks = new Peaks(url);
    }

    /** Has enough orders paid and booked beforehand to hand over throughout some phases. */
    void prepare(Duration phases) throws InterruptedException, SQLException {
        long orders = phases.toSeconds() * PARCELS_PER_SECOND + 20;
        while (paid.size() < orders) {
            havePaid(orders - paid.size());
        }
        awaitSettled(0);
        while (count("select count(*) from orders where payment_status = 'PAID' and shipment_status is null") > 0) {
            Thread.sleep(100);
        }
        shop.takeTimes();
        shop.takeWrong();
    }

    /** On a busy machine not every one is paid before its reservation ends. */
    private void havePaid(long orders) throws InterruptedException {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (long left = orders; left > 0; left--) {
            answers.add(shop.place()
                    .thenCompose(order -> shop.pay(order, 30).thenAccept(answer -> {
                        if (answer.statusCode() == 200) {
                            paid.add(order);
                        }
                    }))
                    .exceptionally(refused -> null));
            Thread.sleep(80);
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }

    /** Keeps the business going for so long while the outsider is so, and then waits until everything is settled. */
    Phase play(String name, State state, Duration duration) throws Exception {
        told.clear();
        peaks.take();
        outsider.be(state);
        Instant began = Instant.now();
        work(duration);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Map<String, Double> highest = peaks.take();
        long waiting = count(outsider.unsettled());
        Instant well = Instant.now();
        outsider.be(State.WELL);
        double most = awaitSettled(waiting / 20);
        double all = awaitSettled(0);
        Thread.sleep(TTL.toMillis() + 2000);
        Map<String, Times> times = shop.takeTimes();
        times.put(EXPIRY, expiries(began, well));
        times.put(OrderRequests.HAND_OVER + " " + APPLIED_HAND_OVER, applied());
        return new Phase(
                name,
                duration.toSeconds(),
                times,
                shop.takeWrong(),
                highest,
                waiting,
                count(outsider.unresolved()),
                most,
                most + all,
                load);
    }

    private void work(Duration duration) throws InterruptedException {
        var placing =
                clock.scheduleAtFixedRate(this::placeOne, 0, 1_000_000 / PLACED_PER_SECOND, TimeUnit.MICROSECONDS);
        var parcels =
                clock.scheduleAtFixedRate(this::carryOne, 0, 1_000_000 / PARCELS_PER_SECOND, TimeUnit.MICROSECONDS);
        Thread.sleep(duration.toMillis());
        placing.cancel(false);
        parcels.cancel(false);
    }

    /** Of four orders two are paid, one is cancelled, and one is forgotten; one paid order of four is called back. */
    private void placeOne() {
        int number = placed.incrementAndGet();
        int kind = number % 4;
        shop.place().thenAccept(order -> {
            if (kind < 2) {
                var paid = shop.pay(order, 5);
                if (number % 8 == 0) {
                    paid.thenRun(() -> shop.callBack(order));
                }
            } else if (kind == 2) {
                clock.schedule(() -> shop.cancel(order), 1, TimeUnit.SECONDS);
            }
        });
    }

    private void carryOne() {
        Placed order = paid.remove();
        told.put(order.number(), Instant.now());
        shop.tell(OrderRequests.HAND_OVER, "shipment.in_transit", order);
        clock.schedule(() -> shop.tell(OrderRequests.DELIVERY, "shipment.delivered", order), 3, TimeUnit.SECONDS);
        clock.schedule(() -> shop.sendBack(order), 6, TimeUnit.SECONDS);
    }

    /** Returns after how many seconds at most so many answers are waited for. */
    private double awaitSettled(long left) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (count(outsider.asked()) > left) {
            if (System.nanoTime() - began > RECOVERY.toNanos()) {
                throw new IllegalStateException("what was asked of the " + outsider.name() + " is never settled");
            }
            Thread.sleep(100);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private Times expiries(Instant from, Instant to) throws SQLException {
        return Times.of(doubles("""
                select extract(epoch from cancelled_at - reservation_expires_at) * 1000 from orders
                where reason = 'RESERVATION_EXPIRED' and reservation_expires_at between '%s' and '%s'""".formatted(from, to)));
    }

    /** By the audit trail, which knows when we learned of it; an hour for what is never applied. */
    private Times applied() throws SQLException {
        List<Double> millis = new ArrayList<>();
        try (Connection connection = server.connect();
                var statement = connection.prepareStatement("""
                select o.order_number, e.occurred_at from orders o left join order_event e
                on e.order_number = o.order_number and e.type = 'ORDER_SHIPPED' where o.order_number = any (?)""")) {
            statement.setArray(1, connection.createArrayOf("text", told.keySet().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Duration took = rows.getTimestamp(2) == null
                            ? Duration.ofHours(1)
                            : Duration.between(
                                    told.get(rows.getString(1)),
                                    rows.getTimestamp(2).toInstant());
                    millis.add(took.toNanos() / 1e6);
                }
            }
        }
        return Times.of(millis);
    }

    private long count(String sql) throws SQLException {
        return doubles(sql).get(0).longValue();
    }

    private List<Double> doubles(String sql) throws SQLException {
        List<Double> found = new ArrayList<>();
        try (Connection connection = server.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getDouble(1));
            }
        }
        return found;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        peaks.close();
    }
}
