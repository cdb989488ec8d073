package io.orderflow.process.model;

import java.util.Collection;
import java.util.List;
import org.springframework.context.support.GenericApplicationContext;

/** All rules, with the steps of the application and one other part of it, and without the application. */
public final class Rules {

    private static final GenericApplicationContext BEANS = withAnotherPart();

    private Rules() {}

    /** Returns what is wrong with the files when no models are in use beside them. */
    public static List<ModelFinding> findings(Collection<ModelFile> files) {
        return all().check(files);
    }

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
