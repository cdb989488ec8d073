package io.orderflow.process.model;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * A check of the analysts' files without the application: {@code ./mvnw -q compile exec:exec@check-models} prints a
 * sentence for each finding and fails where a deployment of {@code processes/} and {@code forms/} would be refused.
 */
final class FileCheck {

    private FileCheck() {}

    /** @param folders where the files are, such as {@code processes forms} */
    public static void main(String[] folders) throws IOException {
        LoggingSystem.get(FileCheck.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        List<ModelFile> files = new ArrayList<>();
        for (String folder : folders) {
            files.addAll(in(Path.of(folder)));
        }
        System.exit(tell(files, System.out) ? 0 : 1);
    }

    /** Prints what is to be said of the files; returns whether they could be deployed. */
    static boolean tell(List<ModelFile> files, PrintStream out) {
        List<Finding> findings = rules().getBean(ModelCheck.class).check(files);
        findings.forEach(finding -> out.println(finding.severity() + " " + finding.sentence()));
        boolean deployable = findings.stream().noneMatch(Finding::refused);
        out.println(deployable ? files.size() + " files can be deployed." : "Nothing can be deployed.");
        return deployable;
    }

    private static List<ModelFile> in(Path folder) throws IOException {
        List<ModelFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                files.add(new ModelFile(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return files;
    }

    /** All rules, with the names of the application's steps, and without the application. */
    static GenericApplicationContext rules() {
        GenericApplicationContext beans = new GenericApplicationContext();
        ClassPathBeanDefinitionScanner steps = new ClassPathBeanDefinitionScanner(beans, false);
        steps.getBeanDefinitionDefaults().setLazyInit(true);
        steps.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        steps.scan("io.orderflow.process");
        ClassPathBeanDefinitionScanner rules = new ClassPathBeanDefinitionScanner(beans);
        rules.addExcludeFilter(new AssignableTypeFilter(ModelGateSetup.class));
        rules.addExcludeFilter(new AssignableTypeFilter(DeployedBy.class));
        rules.scan("io.orderflow.process.model");
        beans.registerBean(Clock.class, Clock::systemUTC);
        beans.registerBean(ModelSettings.class, () -> new ModelSettings(false, 1));
        beans.refresh();
        return beans;
    }
}
