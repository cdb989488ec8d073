package io.orderflow.process.expressions;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;

/**
 * The delegates, by bean name. They are created when they are looked up, because they need the engine, which is still
 * being built.
 */
class DelegateBeans implements NamedSteps {

    private static final String STEPS = "io.orderflow.process";

    private final BeanFactory beans;

    DelegateBeans(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Optional<JavaDelegate> find(String name) {
        return isStep(name) ? Optional.of(beans.getBean(name, JavaDelegate.class)) : Optional.empty();
    }

    private boolean isStep(String name) {
        return beans.containsBean(name)
                && beans.isTypeMatch(name, JavaDelegate.class)
                && beans.getType(name).getPackageName().startsWith(STEPS);
    }
}
