package io.orderflow.process.model;

import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** All rules, with the steps of the application and one other part of it, and without the application. */
final class Rules {

    private Rules() {}

    static ModelCheck all() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        ClassPathBeanDefinitionScanner steps = new ClassPathBeanDefinitionScanner(beans, false);
        steps.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        steps.scan("io.orderflow.process");
        beans.registerBeanDefinition("dataSource", new RootBeanDefinition(Object.class));
        Names names = new Names(beans);
        return new ModelCheck(List.of(
                new KnownFiles(), new XmlModels(List.of(new KnownWords(names), new ProcessStarts())), new FormParts()));
    }
}
