package io.orderflow.force;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Scenario B: two nodes over one database, one of them killed for good in the middle; the other takes its work over.
 */
final class TakingOver {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** So many payments under way that either node is at some of them. */
    private static final int ENOUGH = 4;

    private TakingOver() {}

    static void play(Stage stage, int orders) throws IOException, InterruptedException {
        Site site = stage.site();
        site.start(1);
        site.gateway().behave(Behaviour.bad(stage.settings().seed() + 1, 1000));
        Load load = stage.load(orders);
        Pause.until(
                Duration.ofMinutes(10),
                () -> load.isDone() || load.progress() > 0.4 && open(site).size() >= ENOUGH);
        site.node(0).kill();
        site.gateway().behave(Behaviour.good());
        watch(stage, open(site));
        load.await();
        stage.judge("B");
    }

    private static void watch(Stage stage, Set<String> left) {
        Instant killed = Instant.now();
        int begun = left.size();
        Pause.until(LIMIT.multipliedBy(2), () -> {
            left.retainAll(open(stage.site()));
            return left.isEmpty();
        });
        Duration took = Duration.between(killed, Instant.now());
        stage.findings()
                .tell("B: %d payments and jobs were open when one of two nodes was killed; done after %d ms"
                        .formatted(begun, took.toMillis()));
        if (begun == 0 || took.compareTo(LIMIT) > 0) {
            stage.findings().violation("B: nothing was open, or it was not taken over within a minute: " + left);
        }
    }

    /** All that a node may have been at: payments nobody knows the outcome of, and jobs that are due. */
    private static Set<String> open(Site site) {
        Set<String> open = new HashSet<>(site.jdbc()
                .queryForList("select order_number from charge where status = 'REQUESTED'", Map.of(), String.class));
        open.addAll(site.jdbc()
                .queryForList("select refund_id from refund where status = 'REQUESTED'", Map.of(), String.class));
        site.shop()
                .get("admin", "/engine-rest/job?executable=true&active=true")
                .body()
                .forEach(job -> open.add("job " + job.path("id").asText()));
        return open;
    }
}
