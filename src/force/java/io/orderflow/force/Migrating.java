package io.orderflow.force;

import io.orderflow.force.ShopApi.Reply;
import io.orderflow.force.Told.Word;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Scenario F: running orders are let follow from one version of their model to another one under load, to and fro, and
 * one node or both die in the middle of it. Everyone follows or has ended, and no batch is left.
 */
final class Migrating {

    /** Longer than a job's lock lasts, and than the engine waits before it looks whether a batch is done. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final String LEFT = "select count(*) from model_migration_process where outcome = 'LEFT'";
    private static final String MOVED = "select count(*) from model_migration_process where outcome <> 'LEFT'";

    private final Stage stage;
    private final Site site;
    private final int orders;

    private Migrating(Stage stage, int orders) {
        this.stage = stage;
        this.site = stage.site();
        this.orders = orders;
    }

    static void play(Settings settings, Databases databases, Findings findings)
            throws IOException, SQLException, InterruptedException {
        List<String> older = Upgrading.jar(settings.jar());
        List<String> newer =
                Upgrading.jar(NewerVersion.of(settings.jar(), settings.output().resolve("migrate")));
        try (Site site = new Site(settings, databases, "migrate", List.of(older, newer), findings)) {
            Stage stage = new Stage(settings, site, findings, new Random(settings.seed()));
            new Migrating(stage, Math.max(30, settings.orders() / 6)).play(settings.seed());
        }
    }

    private void play(long seed) throws IOException, InterruptedException {
        site.start(0);
        site.open(seed);
        site.gateway().behave(Behaviour.good());
        site.start(1);
        migrate(1, 0);
        migrate(2, 1);
        migrate(1, 0, 1);
        stage.judge("F");
        if (!Pause.until(PATIENCE, () -> count("select count(*) from act_ru_batch") == 0)) {
            stage.findings().violation("F: a batch has not ended");
        }
    }

    /** Lets orders follow to a version, while there are others, and kills nodes in the middle of it. */
    private void migrate(int version, int... nodes) throws IOException, InterruptedException {
        Load load = stage.load(orders);
        for (int order = 0; order < orders; order++) {
            place();
        }
        long before = count(MOVED);
        Reply started = site.shop().post("analyst", path(version), "{\"dryRun\": false}", key());
        Pause.until(PATIENCE, () -> count(MOVED) > before);
        for (int node : nodes) {
            site.node(node).kill();
        }
        long left = count(LEFT);
        for (int node : nodes) {
            site.start(node);
        }
        load.await();
        Pause.until(PATIENCE, () -> count(LEFT) == 0);
        judge(version, started, left);
    }

    private void judge(int version, Reply started, long left) {
        Reply report = site.shop().get("analyst", path(version));
        long followed = report.body().path("followed").asLong();
        long ended = report.body().path("ended").asLong();
        if (started.status() != 202
                || followed == 0
                || followed + ended != report.body().path("toFollow").asLong()
                || !report.body().path("stayed").isEmpty()) {
            stage.findings().violation("F: not all have followed: %s, %s".formatted(started, report));
        }
        stage.findings()
                .tell("F: orders let follow to version %d, nodes killed when %d were left: %d followed, %d had ended"
                        .formatted(version, left, followed, ended));
    }

    /** Nobody pays for this one, so it waits until its time is up. */
    private void place() {
        Reply placed = site.shop().post("alice", "/api/orders", Goods.order(stage.dice()), key());
        if (!placed.text("orderNumber").isEmpty()) {
            site.told().note(placed.text("orderNumber"), placed.isOk() ? Word.PLACED : Word.OUT_OF_STOCK);
        }
    }

    private long count(String sql) {
        return site.jdbc().queryForObject(sql, Map.of(), Long.class);
    }

    private static String path(int version) {
        return "/api/models/Order/" + version + "/migration";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
