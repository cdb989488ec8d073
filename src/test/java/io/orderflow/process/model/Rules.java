package io.orderflow.process.model;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** All rules, with the steps of the application and one other part of it, and without the application. */
public final class Rules {

    private static final GenericApplicationContext BEANS = context();

    private Rules() {}

    static ModelCheck all() {
        return BEANS.getBean(ModelCheck.class);
    }

    static ModelExamination examination() {
        return BEANS.getBean(ModelExamination.class);
    }

    private static GenericApplicationContext context() {
        GenericApplicationContext beans = new GenericApplicationContext();
        ClassPathBeanDefinitionScanner steps = new ClassPathBeanDefinitionScanner(beans, false);
        steps.getBeanDefinitionDefaults().setLazyInit(true);
        steps.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        steps.scan("io.orderflow.process");
        ClassPathBeanDefinitionScanner rules = new ClassPathBeanDefinitionScanner(beans);
        rules.addExcludeFilter(new AssignableTypeFilter(ModelGateSetup.class));
        rules.scan("io.orderflow.process.model");
        beans.registerBean(Clock.class, Clock::systemUTC);
        beans.registerBean(ModelSettings.class, () -> new ModelSettings(false, 1));
        beans.registerBean("dataSource", Object.class, Object::new);
        beans.refresh();
        return beans;
    }
}
