package io.orderflow.process.model.words;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The meaning of a name in a model: a delegate, a variable of the process, or something that a model may not read. */
@Component
class Names {

    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    /** The words of the expression language, and the names that the engine itself gives. */
    static final Set<String> ENGINE = Set.of(
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

    /** Returns the names of the delegates that a model may call. */
    Set<String> steps() {
        return Set.of(beans.getBeanNamesForType(JavaDelegate.class, true, false));
    }

    boolean isStep(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, JavaDelegate.class);
    }

    /** Returns the names of the fields of delegates, into which a diagram may put a text. */
    Set<String> fields() {
        return steps().stream()
                .map(beans::getType)
                .flatMap(step -> Arrays.stream(ClassUtils.getUserClass(step).getDeclaredFields()))
                .filter(field -> field.getType() == Expression.class)
                .map(Field::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns whether the name can be that of a variable: it is no word of the language, no name of the engine and no
     * delegate.
     */
    boolean isVariable(String name) {
        return NAME.matcher(name).matches() && !ENGINE.contains(name) && !isStep(name);
    }

    /**
     * Returns whether an expression may read parts of the value. The name must not be that of a bean, which may hold
     * secrets.
     */
    boolean hasParts(String name) {
        return isVariable(name) && !beans.containsBean(name);
    }
}
