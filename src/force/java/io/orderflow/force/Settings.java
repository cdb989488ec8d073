package io.orderflow.force;

import java.nio.file.Path;
import java.util.List;

/**
 * What to run; each part is a system property {@code force.…}.
 *
 * @param jar the packaged application
 * @param classes where the compiled tests are
 * @param output where report, logs and books go
 * @param only which scenarios, by name; empty for all
 * @param orders how many orders there are in all scenarios together
 * @param clients how many customers are busy at once
 * @param seed of everybody's dice
 */
record Settings(Path jar, Path classes, Path output, List<String> only, int orders, int clients, long seed) {

    static Settings read() {
        return new Settings(
                Path.of(System.getProperty("force.jar")),
                Path.of(System.getProperty("force.classes")),
                Path.of(System.getProperty("force.output", "target/force")),
                List.of(text("only", "").split("[, ]+")),
                Integer.parseInt(text("orders", "300")),
                Integer.parseInt(text("clients", "24")),
                Long.parseLong(text("seed", "1")));
    }

    boolean wants(String scenario) {
        return only.equals(List.of("")) || only.contains(scenario);
    }

    private static String text(String name, String otherwise) {
        String value = System.getProperty("force." + name, "");
        return value.isBlank() ? otherwise : value;
    }
}
