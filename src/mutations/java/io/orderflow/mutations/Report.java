package io.orderflow.mutations;

import io.orderflow.mutations.Verdict.By;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of all mutants so far. */
final class Report {

    private final Path file;
    private final List<Verdict> verdicts = new ArrayList<>();

    Report(Path file) {
        this.file = file;
    }

    void add(Mutant mutant, By by, String words) {
        verdicts.add(new Verdict(mutant, by, words));
    }

    /**
     * Returns the share of mutants that are noticed. It is exact when the tests were tried with all that the check lets
     * pass, else those that were tried stand for the others.
     */
    double share() {
        double tried = (double) count(By.TESTS) + count(By.NOBODY);
        double leftToTests = tried + count(By.UNTRIED);
        double noticedByTests = tried == 0 ? 0 : leftToTests * count(By.TESTS) / tried;
        return (count(By.CHECK) + noticedByTests) / verdicts.size();
    }

    String summary() {
        return "%d mutants: %d noticed by the check, %d by the tests, %d by nobody, %d not tried with the tests. Share noticed: %.1f %%%s"
                .formatted(
                        verdicts.size(),
                        count(By.CHECK),
                        count(By.TESTS),
                        count(By.NOBODY),
                        count(By.UNTRIED),
                        100 * share(),
                        count(By.UNTRIED) == 0 ? "." : ", as far as the tried ones stand for the others.");
    }

    void write() throws IOException {
        Files.writeString(file, """
                # Mutations of the diagrams

                %s

                ## By kind

                | kind | made | check | tests | nobody | not tried |
                |---|---|---|---|---|---|
                %s

                ## Noticed by nobody

                %s

                ## Noticed by the tests

                %s

                ## Let pass by the check and not tried with the tests

                %s

                ## Noticed by the check

                %s
                """.formatted(
                        summary(), kinds(), listed(By.NOBODY), listed(By.TESTS), listed(By.UNTRIED), listed(By.CHECK)));
    }

    private String kinds() {
        return verdicts.stream()
                .collect(Collectors.groupingBy(verdict -> verdict.mutant().kind(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(kind -> "| %s | %d | %d | %d | %d | %d |"
                        .formatted(
                                kind.getKey(),
                                kind.getValue().size(),
                                count(kind.getValue(), By.CHECK),
                                count(kind.getValue(), By.TESTS),
                                count(kind.getValue(), By.NOBODY),
                                count(kind.getValue(), By.UNTRIED)))
                .collect(Collectors.joining("\n"));
    }

    private String listed(By by) {
        String lines = verdicts.stream()
                .filter(verdict -> verdict.by() == by)
                .sorted(Comparator.comparing(verdict -> verdict.mutant().name()))
                .map(verdict -> "- %s: %s%s"
                        .formatted(
                                verdict.mutant().kind(),
                                verdict.mutant().name(),
                                verdict.words().isEmpty() ? "" : " → " + verdict.words()))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "None." : lines;
    }

    private long count(By by) {
        return count(verdicts, by);
    }

    private static long count(List<Verdict> verdicts, By by) {
        return verdicts.stream().filter(verdict -> verdict.by() == by).count();
    }
}
