package io.orderflow.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What to run; each part is a system property {@code benchmark.…}, named in kebab case. The defaults bound the load: it
 * goes to the loopback address only, and ends by itself.
 *
 * @param jar the packaged application
 * @param output where the results go
 * @param classes where what is added to the application is compiled
 * @param only {@code all} ({@code count} and {@code load}), one of these two, {@code growth}, or {@code isolation},
 *     which has the parts {@code others}, {@code settle} and {@code carrier}
 * @param fill how many orders are in the database before anything is measured
 * @param orders over how many orders statements are counted
 * @param clients the numbers of clients to measure with, one after the other
 * @param duration how long each number of clients places orders
 * @param growth how many finished orders the database grows by, and ten of them for each unpaid one and each one on its
 *     way
 * @param idle how long an idle application is watched after that; its background work comes within half a minute of a
 *     start
 * @param outage how long the payment gateway, and then the carrier, is well, hangs and fails
 */
record Settings(
        Path jar,
        Path output,
        Path classes,
        String only,
        int fill,
        int orders,
        List<Integer> clients,
        Duration duration,
        int growth,
        Duration idle,
        Duration outage) {

    static Settings read() {
        return new Settings(
                Path.of(System.getProperty("benchmark.jar")),
                Path.of(System.getProperty("benchmark.output", "target/benchmark")),
                Path.of(text("classes", "target/test-classes")),
                text("only", "all"),
                Integer.parseInt(text("fill", "200")),
                Integer.parseInt(text("orders", "200")),
                Arrays.stream(text("clients", "1,4,8,16").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Duration.parse(text("duration", "PT30S")),
                Integer.parseInt(text("growth", "20000")),
                Duration.parse(text("idle", "PT40S")),
                Duration.parse(text("outage", "PT1M")));
    }

    boolean counts() {
        return only.equals("all") || only.equals("count");
    }

    boolean loads() {
        return only.equals("all") || only.equals("load");
    }

    boolean grows() {
        return only.equals("growth");
    }

    boolean isolates() {
        return only.equals("isolation") || only.equals("others");
    }

    boolean settles() {
        return only.equals("isolation") || only.equals("settle");
    }

    boolean isolatesCarrier() {
        return only.equals("isolation") || only.equals("carrier");
    }

    private static String text(String name, String otherwise) {
        String value = System.getProperty("benchmark." + name, "");
        return value.isBlank() ? otherwise : value;
    }
}
