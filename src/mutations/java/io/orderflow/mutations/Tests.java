package io.orderflow.mutations;

import io.orderflow.process.model.ModelFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The tests of the diagrams, run against changed files: in a process of their own, whose folder has the changed files
 * where the project has its own, and whose classpath has no others.
 */
final class Tests {

    /** Those that only read the diagrams come first: they take a second, and end most trials. */
    private static final List<String> READING =
            List.of("ProcessModelTests", "ProcessModelUndoTests", "ProcessModelStatusTests", "ProcessModelCodeTests");

    private static final List<String> ORDERS_FIRST = List.of("OrderPathTests", "CasePathTests");
    private static final List<String> CASES_FIRST = List.of("CasePathTests", "OrderPathTests");

    /** A diagram whose order goes round for ever keeps a test from its end. */
    private static final long MOST_MINUTES = 8;

    private final Path output;
    private final Path folder;
    private final Path classes;
    private final String classpath;

    Tests(Settings settings) throws IOException {
        this.output = settings.output().toAbsolutePath();
        this.folder = output.resolve("project");
        this.classes = output.resolve("classes");
        FileSystemUtils.deleteRecursively(folder);
        FileSystemUtils.deleteRecursively(classes);
        copy(settings.classes(), classes, "processes", "forms");
        Files.createDirectories(folder);
        for (String part : List.of("processes", "forms", "src")) {
            copy(Path.of(part), folder.resolve(part));
        }
        Path original = settings.classes().toAbsolutePath();
        this.classpath = Stream.concat(
                        Stream.of(folder, classes).map(Path::toString),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(part -> !Path.of(part).toAbsolutePath().equals(original)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Runs the tests until one fails.
     *
     * @param name under which the output of the tests is kept
     * @return what failed; empty if nothing did
     */
    String failure(ModelFile changed, String name) throws IOException, InterruptedException {
        Path place = folder.resolve("processes").resolve(changed.name());
        byte[] before = Files.readAllBytes(place);
        Files.write(place, changed.content());
        try {
            return run(changed.name(), output.resolve(name + ".log"));
        } finally {
            Files.write(place, before);
        }
    }

    private String run(String file, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+EnableDynamicAgentLoading",
                "-Dorders.test.database=h2",
                "-classpath",
                classpath,
                Trial.class.getName()));
        Stream.concat(READING.stream(), (file.startsWith("ResolveCase") ? CASES_FIRST : ORDERS_FIRST).stream())
                .map("io.orderflow.process."::concat)
                .forEach(command::add);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                return "a test that does not end";
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        List<String> lines = Files.readAllLines(log);
        return switch (process.exitValue()) {
            case Trial.PASSED -> "";
            case Trial.FAILED -> lines.get(lines.size() - 1);
            default -> throw new IllegalStateException("the tests did not run: see " + log);
        };
    }

    private static void copy(Path from, Path to, String... without) throws IOException {
        List<String> left = List.of(without);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path inside = from.relativize(file);
                if (!left.contains(inside.getName(0).toString())) {
                    Path copy = to.resolve(inside.toString());
                    Files.createDirectories(copy.getParent());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }
}
