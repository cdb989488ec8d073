package io.orderflow.mutations;

import java.nio.file.Path;

/**
 * What to try; each part is a system property {@code mutations.…}.
 *
 * @param classes where the compiled application is, with its models
 * @param output where mutants, logs and the report go
 * @param sample with how many of the mutants that the check lets pass the tests are tried
 * @param seed by which these are chosen
 */
record Settings(Path classes, Path output, int sample, long seed) {

    static Settings read() {
        return new Settings(
                Path.of(System.getProperty("mutations.classes", "target/classes")),
                Path.of(System.getProperty("mutations.output", "target/mutations")),
                Integer.parseInt(text("sample", String.valueOf(Integer.MAX_VALUE))),
                Long.parseLong(text("seed", "1")));
    }

    private static String text(String name, String otherwise) {
        String value = System.getProperty("mutations." + name, "");
        return value.isBlank() ? otherwise : value;
    }
}
