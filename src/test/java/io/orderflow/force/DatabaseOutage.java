package io.orderflow.force;

import io.orderflow.benchmark.DatabaseServer;
import java.io.IOException;
import java.time.Duration;

/** Scenario C: the database crashes in the middle and is away for half a minute; nobody restarts the application. */
final class DatabaseOutage {

    private static final int SECONDS = 30;

    private DatabaseOutage() {}

    static void play(Stage stage, DatabaseServer server, int node, int orders) throws IOException, InterruptedException {
        stage.site().gateway().behave(Behaviour.bad(stage.settings().seed() + 2));
        Load load = stage.load(orders);
        Pause.until(Duration.ofMinutes(30), () -> load.progress() > 0.4);
        server.crash();
        Pause.millis(SECONDS * 1000);
        server.recover();
        load.await();
        stage.findings().tell("C: the database was away for %d s while %d orders came in".formatted(SECONDS, orders));
        if (!stage.site().node(node).isUp()) {
            stage.findings().violation("C: the node is not up again after the database was away");
        }
        stage.judge("C");
    }
}
