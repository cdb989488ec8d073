package io.orderflow.force;

import java.io.IOException;
import java.time.Duration;

/** Scenario A: one node, killed again and again in the middle of everything; the gateway too, once. */
final class Killing {

    private Killing() {}

    static void play(Stage stage, int orders) throws IOException, InterruptedException {
        Site site = stage.site();
        site.gateway().behave(Behaviour.bad(stage.settings().seed()));
        Load load = stage.load(orders);
        int kills = 0;
        while (!load.isDone()) {
            Pause.until(Duration.ofMillis(3000 + stage.dice().nextInt(6000)), load::isDone);
            site.node(0).kill();
            kills++;
            if (kills == 2) {
                site.gateway().restart();
            }
            site.start(0);
        }
        stage.findings().tell("A: one node, killed %d times while %d orders came in".formatted(kills, orders));
        stage.judge("A");
    }
}
