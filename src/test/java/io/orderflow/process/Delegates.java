package io.orderflow.process;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The steps that the code knows. */
final class Delegates {

    private static final String PACKAGE = "io.orderflow.process";
    private static final Map<String, Set<Refusal>> REFUSALS = refusals();

    private Delegates() {}

    static List<? extends Class<?>> all() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return scan.findCandidateComponents(PACKAGE).stream()
                .map(bean -> type(bean.getBeanClassName()))
                .filter(type -> !type.isMemberClass())
                .toList(); // those within tests are none of ours
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the code of a step may refuse, by the step's id without its prefix. */
    static Set<Refusal> refusalsOf(String step) {
        return REFUSALS.getOrDefault(step, Set.of());
    }

    private static Map<String, Set<Refusal>> refusals() {
        return new ClassFileImporter()
                .importClasses(all().toArray(Class<?>[]::new)).stream()
                        .collect(Collectors.toMap(JavaClass::getSimpleName, Delegates::refusals));
    }

    /** Only one that refuses says why. */
    private static Set<Refusal> refusals(JavaClass delegate) {
        boolean refuses = delegate.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Refusal.class)
                        && call.getName().equals("because"));
        return refuses
                ? delegate.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(Refusal.class))
                        .map(access -> Refusal.valueOf(access.getTarget().getName()))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
