package io.orderflow.process.model.words;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** What a name in a model stands for: one of our steps, a variable of the process, or something it may not reach. */
@Component
class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    /** Words of the expression language, and what the engine itself puts under a name. */
    private static final Set<String> ENGINE = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "empty",
            "true",
            "false",
            "null",
            "instanceof",
            "execution",
            "task",
            "caseExecution",
            "externalTask",
            "authenticatedUserId",
            "currentUser",
            "currentUserGroups",
            "now",
            "dateTime",
            "connector");

    private final ListableBeanFactory beans;

    Names(ListableBeanFactory beans) {
        this.beans = beans;
    }

    boolean isStep(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, JavaDelegate.class);
    }

    /** Whether one of our steps lets the diagram put a text into a field of that name. */
    boolean isField(String name) {
        return Arrays.stream(beans.getBeanNamesForType(JavaDelegate.class, true, false))
                .map(beans::getType)
                .flatMap(step -> Arrays.stream(ClassUtils.getUserClass(step).getDeclaredFields()))
                .filter(field -> field.getType() == Expression.class)
                .map(Field::getName)
                .anyMatch(name::equals);
    }

    /** A variable may have any name that is no word of the language, nothing of the engine's and no step. */
    boolean isVariable(String name) {
        return NAME.matcher(name).matches() && !ENGINE.contains(name) && !isStep(name);
    }

    /**
     * Parts are read of values only: a part of the application may happen to have a variable's name, and holds secrets.
     */
    boolean hasParts(String name) {
        return isVariable(name) && !beans.containsBean(name);
    }
}
