package io.orderflow.force;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Scenario C: the database crashes in the middle and is away for half a minute; later it crashes for good, and the one
 * that followed it takes its place. Nobody restarts the application.
 */
final class DatabaseOutage {

    private static final int SECONDS = 30;

    private DatabaseOutage() {}

    static void play(Stage stage, Databases databases, int node, int orders)
            throws IOException, InterruptedException, SQLException {
        stage.site().gateway().behave(Behaviour.bad(stage.settings().seed() + 2));
        Load load = stage.load(orders);
        Pause.until(Duration.ofMinutes(30), () -> load.progress() > 0.3);
        databases.crash();
        Pause.millis(SECONDS * 1000);
        databases.recover();
        awaitService(stage, node, "after the database was away for %d s".formatted(SECONDS));
        Pause.until(Duration.ofMinutes(30), () -> load.progress() > 0.7);
        databases.failOver();
        awaitService(stage, node, "after another database server took over");
        load.await();
        stage.judge("C");
    }

    private static void awaitService(Stage stage, int node, String when) {
        Instant began = Instant.now();
        Site site = stage.site();
        boolean back = Pause.until(
                Duration.ofSeconds(60),
                () -> site.shopOnce().get("ops", "/api/products").isOk()
                        && site.node(node).isUp());
        if (back) {
            stage.findings()
                    .tell("C: %s the same node served again within %d ms"
                            .formatted(
                                    when, Duration.between(began, Instant.now()).toMillis()));
        } else {
            stage.findings().violation("C: %s the node did not serve again".formatted(when));
        }
    }
}
