package io.orderflow.force;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Scenario E: two nodes are upgraded one after the other under load, and die and start again in every order meanwhile.
 * Since the first of the newer ones was ready every order follows the newer model, and what runs on the older one ends
 * well.
 */
final class Upgrading {

    private static final String OF_OLDER_MODEL = """
            select p.business_key_ from act_hi_procinst p join act_re_procdef d on d.id_ = p.proc_def_id_
            where p.proc_def_key_ = 'Order' and d.version_ < 2 and p.start_time_ > cast(:since as timestamp)""";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Stage stage;
    private final Site site;
    private final List<String> older;
    private final List<String> newer;
    private final int orders;

    private Upgrading(Stage stage, List<String> older, List<String> newer, int orders) {
        this.stage = stage;
        this.site = stage.site();
        this.older = older;
        this.newer = newer;
        this.orders = orders;
    }

    static void play(Settings settings, Databases databases, Findings findings)
            throws IOException, SQLException, InterruptedException {
        List<String> older = jar(settings.jar());
        List<String> newer =
                jar(NewerVersion.of(settings.jar(), settings.output().resolve("upgrade")));
        try (Site site = new Site(settings, databases, "upgrade", List.of(older, older), findings)) {
            Stage stage = new Stage(settings, site, findings, new Random(settings.seed()));
            new Upgrading(stage, older, newer, Math.max(8, settings.orders() / 12)).play(settings.seed());
        }
    }

    static List<String> jar(Path jar) {
        return List.of(Node.QUICK_START, "-jar", jar.toString());
    }

    private void play(long seed) throws IOException, InterruptedException {
        site.start(0);
        site.open(seed);
        site.start(1);
        site.gateway().behave(Behaviour.good());
        again(0, newer);
        String since =
                site.jdbc().queryForObject("select cast(now() at time zone 'UTC' as varchar)", Map.of(), String.class);
        again(1, older);
        again(0, newer);
        bothAgain();
        again(1, newer);
        judge(since);
    }

    /** Dies in the middle of its work, and starts again as the given version. */
    private void again(int node, List<String> version) throws IOException, InterruptedException {
        Load load = stage.load(orders);
        Pause.until(PATIENCE, () -> load.progress() > 0.4);
        site.node(node).kill();
        site.node(node).become(version);
        site.start(node);
        load.await();
    }

    /** Both die, and the older one is back first. */
    private void bothAgain() throws IOException, InterruptedException {
        Load load = stage.load(orders);
        Pause.until(PATIENCE, () -> load.progress() > 0.4);
        site.node(0).kill();
        site.node(1).kill();
        site.start(1);
        site.start(0);
        load.await();
    }

    private void judge(String since) {
        stage.judge("E");
        List<String> wrong = site.jdbc().queryForList(OF_OLDER_MODEL, Map.of("since", since), String.class);
        if (!wrong.isEmpty()) {
            stage.findings().violation("E: orders of the older model though the newer one was in use: " + wrong);
        }
        Integer versions = site.jdbc()
                .queryForObject("select count(*) from act_re_procdef where key_ = 'Order'", Map.of(), Integer.class);
        String latest = site.jdbc().queryForObject("""
                select convert_from(b.bytes_, 'UTF8') from act_re_procdef d join act_ge_bytearray b
                    on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
                where d.key_ = 'Order' order by d.version_ desc limit 1""", Map.of(), String.class);
        if (versions != 2 || !latest.contains(NewerVersion.LABEL)) {
            stage.findings().violation("E: the newer model is not the latest of two but of %d".formatted(versions));
        }
        stage.findings()
                .tell(
                        "E: two nodes upgraded one after the other, killed and started again in every order; orders by model: %s"
                                .formatted(stage.counts("""
                        select 'version ' || d.version_, count(*) from act_hi_procinst p
                        join act_re_procdef d on d.id_ = p.proc_def_id_ where p.proc_def_key_ = 'Order' group by 1""")));
    }
}
