package io.orderflow.process.model;

import org.springframework.context.support.GenericApplicationContext;

/** All rules, with the steps of the application and one other part of it, and without the application. */
public final class Rules {

    private static final GenericApplicationContext BEANS = withAnotherPart();

    private Rules() {}

    static ModelCheck all() {
        return BEANS.getBean(ModelCheck.class);
    }

    static ModelExamination examination() {
        return BEANS.getBean(ModelExamination.class);
    }

    private static GenericApplicationContext withAnotherPart() {
        GenericApplicationContext beans = FileCheck.rules();
        beans.registerBean("dataSource", Object.class, Object::new);
        return beans;
    }
}
