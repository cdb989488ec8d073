package io.orderflow.force;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Scenario D: the node is asked to stop in the middle. It finishes or hands back what it is at, and goes in good time.
 */
final class GracefulStop {

    private static final Duration GRACE = Duration.ofSeconds(40);
    /** Ended by SIGTERM, or of its own accord. */
    private static final Set<Integer> GOOD = Set.of(0, 143);

    private GracefulStop() {}

    static void play(Stage stage, int node, int orders) throws IOException, InterruptedException {
        Site site = stage.site();
        site.gateway().behave(Behaviour.slow(300));
        Load load = stage.load(orders);
        Pause.until(Duration.ofMinutes(30), () -> load.progress() > 0.5);
        Instant asked = Instant.now();
        Integer code = site.node(node).stop(GRACE);
        stage.findings()
                .tell("D: asked to stop, the node was gone after %d ms with exit code %s"
                        .formatted(Duration.between(asked, Instant.now()).toMillis(), code));
        if (!GOOD.contains(code)) {
            stage.findings().violation("D: asked to stop, the node ended with " + code);
        }
        Long claims = site.jdbc()
                .queryForObject("select count(*) from charge where claimed_until > now()", Map.of(), Long.class);
        if (claims != 0) {
            stage.findings().violation("D: the node went without handing back %d payments".formatted(claims));
        }
        site.node(node).end();
        site.start(node);
        load.await();
        stage.judge("D");
    }
}
