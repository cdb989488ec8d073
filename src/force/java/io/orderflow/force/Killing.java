package io.orderflow.force;

import java.io.IOException;
import java.time.Duration;

/**
 * Scenario A: one node, killed again and again in the middle of everything, even of its start; the gateway too, once.
 */
final class Killing {

    private Killing() {}

    static void play(Stage stage, int orders) throws IOException, InterruptedException {
        Site site = stage.site();
        site.gateway().behave(Behaviour.bad(stage.settings().seed()));
        Load load = stage.load(orders);
        int kills = 0;
        for (; !load.isDone(); kills++) {
            Pause.until(Duration.ofMillis(4000 + stage.dice().nextInt(8000)), load::isDone);
            site.node(0).kill();
            if (kills == 0) {
                site.gateway().restart();
            }
            if (kills % 3 == 1) {
                killStarting(stage);
            }
            site.start(0);
        }
        stage.findings()
                .tell("A: one node, killed %d times at work and %d times while it started; %d orders came in"
                        .formatted(kills, (kills + 1) / 3, orders));
        stage.judge("A");
    }

    private static void killStarting(Stage stage) throws IOException, InterruptedException {
        stage.site().node(0).launch();
        Pause.millis(1000 + stage.dice().nextInt(6000));
        stage.site().node(0).kill();
    }
}
