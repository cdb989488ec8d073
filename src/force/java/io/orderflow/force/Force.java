package io.orderflow.force;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Plays all scenarios one after the other, writes the report, and exits with 1 when a promise was broken. */
public final class Force {

    private Force() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.read();
        Files.createDirectories(settings.output());
        Findings findings = new Findings();
        Instant began = Instant.now();
        try (Databases databases = new Databases()) {
            play(settings, databases, findings);
        } catch (Exception e) {
            findings.violation("the proof itself broke: " + e);
            e.printStackTrace();
        } finally {
            findings.tell("%d violations, %d s"
                    .formatted(
                            findings.violations().size(),
                            Duration.between(began, Instant.now()).toSeconds()));
            Files.writeString(settings.output().resolve("report.txt"), findings.story());
        }
        System.exit(findings.violations().isEmpty() ? 0 : 1);
    }

    private static final int LARGE = 200;

    private static void play(Settings settings, Databases databases, Findings findings) throws Exception {
        List<String> jar = List.of(Node.QUICK_START, "-jar", settings.jar().toString());
        try (Site site = new Site(settings, databases, "shop", List.of(jar, jar), findings)) {
            Stage stage = new Stage(settings, site, findings, new Random(settings.seed()));
            site.start(0);
            site.open(settings.seed());
            if (settings.wants("A")) {
                Killing.play(stage, settings.orders() / 2);
            }
            int last = 0;
            if (settings.wants("B")) {
                TakingOver.play(stage, settings.orders() / 6);
                last = 1;
            }
            if (settings.wants("C")) {
                DatabaseOutage.play(stage, databases, last, settings.orders() / 6);
            }
            if (settings.wants("D")) {
                GracefulStop.play(stage, last, settings.orders() / 6);
            }
            Summary.tell(stage);
            if (settings.wants("keys")) {
                Forgetting.play(stage, 20);
            }
        }
        if (settings.wants("E")) {
            Upgrading.play(settings, databases, findings);
        }
        if (settings.wants("F") && settings.orders() >= LARGE) { // The small size has no time for it.
            Migrating.play(settings, databases, findings);
        }
        if (settings.wants("sabotage")) {
            Sabotaging.play(settings, databases, findings);
        }
    }
}
