package io.orderflow.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects what was found and writes it as {@code benchmark.md}, which is printed too, and {@code benchmark.json}. */
class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode json = JSON.createObjectNode();
    private final StringBuilder starting = new StringBuilder();
    private String memory = "";
    private final StringBuilder counted = new StringBuilder();
    private final StringBuilder families = new StringBuilder();
    private final StringBuilder loaded = new StringBuilder();
    private final StringBuilder settled = new StringBuilder();
    private final StringBuilder grown = new StringBuilder();
    private final StringBuilder idle = new StringBuilder();
    private final StringBuilder scans = new StringBuilder();
    private final StringBuilder unexplained = new StringBuilder();
    private final Map<String, StringBuilder> outages = new LinkedHashMap<>();
    private final StringBuilder wrong = new StringBuilder();
    private final Map<String, List<Phase>> phases = new LinkedHashMap<>();

    void started(String on, Application application) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        double cpu = seconds(application.cpuTime());
        starting.append("| %s | %.1f | %.1f | %.1f | %.1f |%n"
                .formatted(on, seconds(application.started()), seconds(application.ready()), cpu, load));
        json.withArray("start")
                .addObject()
                .put("on", on)
                .put("loadAverage", load)
                .put("cpuSeconds", cpu)
                .put("startedSeconds", seconds(application.started()))
                .put("readySeconds", seconds(application.ready()));
    }

    /** @param mebibytes resident, at most */
    void peakMemory(long mebibytes) {
        memory = "%nHeap `-Xmx512m`; the process had at most %d MiB.%n".formatted(mebibytes);
        json.put("peakMemoryMiB", mebibytes);
    }

    void counted(Counting counting) {
        count("a complete order", counting.order());
        count("… placed with an Idempotency-Key", counting.orderWithKey());
        count("a second of the idle application", counting.idleSecond());
        new StatementTable(counting.order().statements())
                .families()
                .forEach((family, calls) -> families.append("| %s | %.1f |%n".formatted(family, calls)));
    }

    private void count(String per, Counters counters) {
        double all = counters.allStatements();
        double without = all - 2 * counters.transactions();
        counted.append("| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n"
                .formatted(
                        per,
                        all,
                        without,
                        counters.transactions(),
                        counters.commits(),
                        counters.walBytes() / 1024,
                        counters.inserted(),
                        counters.updated(),
                        counters.deleted()));
        json.withArray("counted")
                .addObject()
                .put("per", per)
                .put("statements", all)
                .put("statementsWithoutBeginAndCommit", without)
                .put("transactions", counters.transactions())
                .put("commits", counters.commits())
                .put("walBytes", counters.walBytes())
                .put("inserted", counters.inserted())
                .put("updated", counters.updated())
                .put("deleted", counters.deleted());
    }

    void loaded(Load load) {
        loaded.append("| %d | %d | %.1f | %.0f | %d | %d | %d | %d | %d | %d |%n"
                .formatted(
                        load.clients(),
                        load.orders(),
                        load.ordersPerSecond(),
                        load.cpuMillis(),
                        load.place().p50(),
                        load.place().p95(),
                        load.place().p99(),
                        load.pay().p50(),
                        load.pay().p95(),
                        load.pay().p99()));
        json.withArray("load").addPOJO(load);
    }

    void grown(Growing growing) {
        grown.append("| %s | %.1f | %.1f | %.1f | %.1f |%n"
                .formatted(
                        growing.on(),
                        growing.application(),
                        growing.database(),
                        100 * growing.idleApplication(),
                        100 * growing.idleDatabase()));
        growing.dearest()
                .forEach((text, millis) -> idle.append(
                        "| %s | %.1f | %s |%n".formatted(growing.on(), millis, StatementTable.shorten(text))));
        json.withArray("growth").addPOJO(growing);
    }

    void planned(Plans plans) {
        plans.scanned()
                .forEach(
                        (query, tables) -> scans.append("| %s | `%s` |%n".formatted(String.join(", ", tables), query)));
        plans.unexplained()
                .forEach(
                        (query, why) -> unexplained.append("| `%s` | %s |%n".formatted(query, why.replace('\n', ' '))));
    }

    void settled(Settling settling) {
        settled.append("| %d | %.1f | %.0f / %.0f / %.0f ms | %.0f / %.0f / %.0f ms | %d | %s | %s | %.1f |%n"
                .formatted(
                        settling.callers(),
                        settling.perSecond(),
                        settling.answered().p50(),
                        settling.answered().p95(),
                        settling.answered().p99(),
                        settling.toSettled().p50(),
                        settling.toSettled().p95(),
                        settling.toSettled().p99(),
                        settling.unbooked(),
                        words(settling.cpuMillis()),
                        words(settling.peaks()),
                        settling.loadAverage()));
        json.putArray("settling").addPOJO(settling);
        settling.wrong()
                .forEach((what, times) -> wrong.append("| gateway is slow | %s | %d |%n".formatted(what, times)));
    }

    void isolated(Outsider outsider, Phase phase) {
        phases.computeIfAbsent(outsider.name(), name -> new ArrayList<>()).add(phase);
        json.withObject("/isolation").withArray(outsider.name()).addPOJO(phase);
        phase.wrong()
                .forEach((what, times) ->
                        wrong.append("| %s %s | %s | %d |%n".formatted(outsider.name(), phase.name(), what, times)));
        outages.computeIfAbsent(outsider.name(), name -> new StringBuilder())
                .append("| %s | %s | %d | %d | %.1f | %.1f | %.1f |%n"
                        .formatted(
                                phase.name(),
                                words(phase.peaks()),
                                phase.waiting(),
                                phase.unresolved(),
                                phase.mostRecoveredSeconds(),
                                phase.recoverySeconds(),
                                phase.loadAverage()));
    }

    private static String isolation(List<Phase> phases) {
        StringBuilder rows = new StringBuilder();
        Phase well = phases.get(0);
        well.times().forEach((what, usual) -> {
            rows.append("| %s ".formatted(what));
            for (Phase phase : phases) {
                Times times = phase.times().getOrDefault(what, Times.of(List.of()));
                rows.append("| %.1f | %.0f / %.0f / %.0f "
                        .formatted(times.count() / phase.seconds(), times.p50(), times.p95(), times.p99()));
                rows.append(
                        phase == well
                                ? ""
                                : "| %+.0f / %+.0f / %+.0f %% "
                                        .formatted(
                                                more(times.p50(), usual.p50()),
                                                more(times.p95(), usual.p95()),
                                                more(times.p99(), usual.p99())));
            }
            rows.append("|\n");
        });
        return rows.toString();
    }

    private static double more(double now, double usually) {
        return usually == 0 ? 0 : 100 * (now / usually - 1);
    }

    private static String words(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(value -> "%s %.0f".formatted(value.getKey(), value.getValue()))
                .collect(Collectors.joining(", "));
    }

    void write(Path folder) throws IOException {
        String text = text();
        Files.writeString(folder.resolve("benchmark.md"), text);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("benchmark.json").toFile(), json);
        System.out.println(text);
    }

    private String text() {
        StringBuilder text = new StringBuilder("# Benchmark\n\n%d cores, Java %s, PostgreSQL 15, all on one machine.%n"
                .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version()));
        table(
                text,
                "Start",
                "| on | seconds to started | seconds to ready | CPU seconds | load average after it |",
                5,
                starting);
        text.append(memory);
        table(
                text,
                "Counted",
                "| per | statements | … without begin and commit | transactions | commits | WAL KiB | rows inserted | updated "
                        + "| deleted |",
                9,
                counted);
        table(text, "Statements of a complete order", "| about | statements |", 2, families);
        table(
                text,
                "Load (times in ms)",
                "| clients | orders | orders/s | application CPU/order | place p50 | p95 "
                        + "| p99 | pay p50 | p95 | p99 |",
                10,
                loaded);
        table(
                text,
                "Growth",
                "| with | CPU ms per order: application | database "
                        + "| of one core while idle, in %: application | database |",
                5,
                grown);
        table(text, "What the database does while idle", "| with | ms per minute | statement |", 3, idle);
        table(text, "Statements that read whole tables", "| table | statement |", 2, scans);
        table(text, "Statements that could not be explained", "| statement | why |", 2, unexplained);
        table(
                text,
                "Payments settled while the gateway takes 1 s",
                "| open requests | payments/s | answered p50 / p95 / p99 "
                        + "| settled p50 / p95 / p99 | not booked yet | CPU ms per payment | highest use | load average |",
                8,
                settled);
        phases.forEach((outsider, measured) -> {
            table(
                    text,
                    "Others' business while the %s …".formatted(outsider),
                    "| p50 / p95 / p99 in ms | is well: per s | | hangs: per s "
                            + "| | slower | fails: per s | | slower |",
                    9,
                    new StringBuilder(isolation(measured)));
            table(
                    text,
                    "What is asked of the %s while it …".formatted(outsider),
                    "| | highest use | left waiting | for a person "
                            + "| seconds until 95 % settled | until all | load average |",
                    7,
                    outages.get(outsider));
        });
        table(text, "Wrong answers", "| while the | answer | times |", 3, wrong);
        return text.toString();
    }

    private static void table(StringBuilder text, String title, String header, int columns, StringBuilder rows) {
        if (!rows.isEmpty()) {
            text.append("\n## ")
                    .append(title)
                    .append("\n\n")
                    .append(header)
                    .append('\n')
                    .append("|---".repeat(columns))
                    .append("|\n")
                    .append(rows);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
