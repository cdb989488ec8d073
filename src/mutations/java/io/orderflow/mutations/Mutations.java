package io.orderflow.mutations;

import io.orderflow.mutations.Verdict.By;
import io.orderflow.process.model.Harmless;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.Rules;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Makes all mutants, has the check and the tests look at them, writes the report, and ends with 1 if too many live. */
public final class Mutations {

    private static final double ENOUGH = 0.95;

    private Mutations() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.read();
        Files.createDirectories(settings.output());
        LoggingSystem.get(Mutations.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        List<ModelFile> ours = Harmless.ours();
        List<Mutant> mutants = new ArrayList<>();
        for (ModelFile file : ours) {
            if (file.name().endsWith(".bpmn")) {
                ModelFile unchanged = new Drawing(file).file();
                findingOf(unchanged, ours).ifPresent(finding -> {
                    throw new IllegalStateException("the check refuses an unchanged file: " + finding);
                });
                mutants.addAll(Mutator.mutants(file));
            }
        }
        Report report = new Report(settings.output().resolve("report.md"));
        List<Mutant> passed = new ArrayList<>();
        Map<Mutant, Optional<ModelFinding>> findings = new ConcurrentHashMap<>();
        mutants.parallelStream().forEach(mutant -> findings.put(mutant, findingOf(mutant.file(), ours)));
        for (Mutant mutant : mutants) {
            findings.get(mutant)
                    .ifPresentOrElse(finding -> report.add(mutant, By.CHECK, finding.rule()), () -> passed.add(mutant));
        }
        Collections.shuffle(passed, new Random(settings.seed()));
        List<Mutant> sample = passed.subList(0, Math.min(settings.sample(), passed.size()));
        passed.subList(sample.size(), passed.size()).forEach(mutant -> report.add(mutant, By.UNTRIED, ""));
        report.write();
        System.out.println(report.summary());
        tryOut(sample, ours, new Tests(settings), report);
        System.out.println(report.summary());
        System.exit(report.share() >= ENOUGH ? 0 : 1);
    }

    private static void tryOut(List<Mutant> sample, List<ModelFile> ours, Tests tests, Report report) throws Exception {
        ModelFile unchanged = ours.stream()
                .filter(file -> file.name().equals("Order.bpmn"))
                .findFirst()
                .orElseThrow();
        String failure = sample.isEmpty() ? "" : tests.failure(new Drawing(unchanged).file(), "unchanged");
        if (!failure.isEmpty()) {
            throw new IllegalStateException("a test fails without any change: " + failure);
        }
        for (Mutant mutant : sample) {
            String test = tests.failure(mutant.file(), "%03d".formatted(sample.indexOf(mutant) + 1));
            report.add(mutant, test.isEmpty() ? By.NOBODY : By.TESTS, test);
            report.write();
            System.out.println("%s: %s"
                    .formatted(mutant.name(), test.isEmpty() ? "noticed by nobody" : "noticed by \"" + test + "\""));
        }
    }

    /** Returns what the check refuses, if the changed file were deployed with the others of ours. */
    private static Optional<ModelFinding> findingOf(ModelFile changed, List<ModelFile> ours) {
        List<ModelFile> files = ours.stream()
                .map(file -> file.name().equals(changed.name()) ? changed : file)
                .toList();
        return Rules.findings(files).stream().filter(ModelFinding::refused).findFirst();
    }
}
