package io.orderflow.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Counts what one complete order costs the database: one client, order after order, less what the idle application does
 * in the same time.
 *
 * @param order per order, idle work taken off
 * @param orderWithKey the same where orders are placed with an {@code Idempotency-Key}
 * @param idleSecond per second of an idle application
 */
record Counting(Counters order, Counters orderWithKey, Counters idleSecond) {

    private static final Duration IDLE = Duration.ofSeconds(15);

    static Counting run(DatabaseServer server, Shop shop, Milestones milestones, int orders)
            throws IOException, InterruptedException, SQLException {
        Counters start = Counters.now(server);
        complete(shop, milestones, orders, false);
        Counters plain = Counters.now(server);
        complete(shop, milestones, orders / 4, true);
        Counters keyed = Counters.now(server);
        Thread.sleep(IDLE.toMillis());
        Counters idle = Counters.now(server).since(keyed);
        return new Counting(
                plain.since(start).without(idle).per(orders),
                keyed.since(plain).without(idle).per(orders / 4.0),
                idle.per(idle.seconds()));
    }

    private static void complete(Shop shop, Milestones milestones, int orders, boolean key)
            throws IOException, InterruptedException {
        for (int number = 0; number < orders; number++) {
            shop.completeOrder(milestones, key);
        }
    }

    void writeStatements(Path file) throws IOException {
        Files.writeString(
                file,
                new StatementTable(order.statements()).text("Statements per complete order")
                        + new StatementTable(orderWithKey.since(order).statements())
                                .text("What an Idempotency-Key adds per order")
                        + new StatementTable(idleSecond.statements())
                                .text("Statements per second of the idle application"));
    }
}
