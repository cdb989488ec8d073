package io.orderflow.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Collects what was found and writes it as {@code benchmark.md}, which is printed too, and {@code benchmark.json}. */
class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode json = JSON.createObjectNode();
    private final StringBuilder starting = new StringBuilder();
    private String memory = "";
    private final StringBuilder counted = new StringBuilder();
    private final StringBuilder families = new StringBuilder();
    private final StringBuilder loaded = new StringBuilder();

    void started(String on, Application application) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        double cpu = seconds(application.cpuTime());
        starting.append("| %s | %.1f | %.1f | %.1f | %.1f |%n".formatted(on, seconds(application.started()),
                seconds(application.ready()), cpu, load));
        json.withArray("start").addObject().put("on", on).put("loadAverage", load).put("cpuSeconds", cpu).put("startedSeconds", seconds(application.started()))
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
        new StatementTable(counting.order().statements()).families()
                .forEach((family, calls) -> families.append("| %s | %.1f |%n".formatted(family, calls)));
    }

    private void count(String per, Counters counters) {
        double all = counters.allStatements();
        double without = all - 2 * counters.transactions();
        counted.append("| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n".formatted(per, all, without,
                counters.transactions(), counters.commits(), counters.walBytes() / 1024, counters.inserted(), counters.updated(),
                counters.deleted()));
        json.withArray("counted").addObject().put("per", per).put("statements", all)
                .put("statementsWithoutBeginAndCommit", without).put("transactions", counters.transactions())
                .put("commits", counters.commits())
                .put("walBytes", counters.walBytes()).put("inserted", counters.inserted())
                .put("updated", counters.updated()).put("deleted", counters.deleted());
    }

    void loaded(Load load) {
        loaded.append("| %d | %d | %.1f | %.0f | %d | %d | %d | %d | %d | %d |%n".formatted(load.clients(),
                load.orders(), load.ordersPerSecond(), load.cpuMillis(), load.place().p50(),
                load.place().p95(), load.place().p99(), load.pay().p50(), load.pay().p95(), load.pay().p99()));
        json.withArray("load").addPOJO(load);
    }

    void write(Path folder) throws IOException {
        String text = text();
        Files.writeString(folder.resolve("benchmark.md"), text);
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve("benchmark.json").toFile(), json);
        System.out.println(text);
    }

    private String text() {
        StringBuilder text = new StringBuilder("# Benchmark\n\n%d cores, Java %s, PostgreSQL 15, all on one machine.%n"
                .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version()));
        table(text, "Start", "| on | seconds to started | seconds to ready | CPU seconds | load average after it |", 5, starting);
        text.append(memory);
        table(text, "Counted", "| per | statements | … without begin and commit | transactions | commits | WAL KiB | rows inserted | updated "
                + "| deleted |", 9, counted);
        table(text, "Statements of a complete order", "| about | statements |", 2, families);
        table(text, "Load (times in ms)", "| clients | orders | orders/s | application CPU/order | place p50 | p95 "
                + "| p99 | pay p50 | p95 | p99 |", 10, loaded);
        return text.toString();
    }

    private static void table(StringBuilder text, String title, String header, int columns, StringBuilder rows) {
        if (!rows.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n").append(header).append('\n').append("|---".repeat(columns))
                    .append("|\n").append(rows);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
