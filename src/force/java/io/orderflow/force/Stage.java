package io.orderflow.force;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Where scenarios are played: a site, the settings, the findings, and the dice of those who break things. */
record Stage(Settings settings, Site site, Findings findings, Random dice) {

    /** Longer than a job's lock or a payment's claim lasts, and all attempts after it. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    Load load(int orders) {
        return new Load(
                site,
                orders,
                settings.clients(),
                settings.seed() + orders + site.told().words().size());
    }

    /** Lets everything come to rest, with nothing going wrong any more, and looks at what came of it. */
    void judge(String scenario) {
        site.gateway().behave(Behaviour.good());
        long began = System.nanoTime();
        List<String> left = new Settling(site).await(PATIENCE);
        findings.violations(
                scenario, left.stream().map(what -> "never settled: " + what).toList());
        List<String> broken = new Checks(site).broken();
        findings.violations(scenario, broken);
        findings.tell("%s: at rest after %d s; orders by state: %s"
                .formatted(
                        scenario,
                        (System.nanoTime() - began) / 1_000_000_000,
                        counts("select status, count(*) from orders group by status order by status")));
    }

    /** Returns what is broken when all has come to rest, or has had the time to. */
    List<String> expectTrouble(Duration patience) {
        site.gateway().behave(Behaviour.good());
        new Settling(site).await(patience);
        return new Checks(site).broken();
    }

    Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new TreeMap<>();
        site.jdbc().query(sql, row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
