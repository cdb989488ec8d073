package io.orderflow.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The steps that the code knows. */
final class Delegates {

    private static final String PACKAGE = "io.orderflow.process";

    private Delegates() {}

    static List<? extends Class<?>> all() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return scan.findCandidateComponents(PACKAGE).stream().map(bean -> type(bean.getBeanClassName()))
                .filter(type -> !type.isMemberClass()).toList(); // those within tests are none of ours
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
