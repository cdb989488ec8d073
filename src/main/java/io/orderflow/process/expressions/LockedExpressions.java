package io.orderflow.process.expressions;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** The expressions in which {@link VisibleNames} decides what a name means, with three functions and no methods. */
class LockedExpressions extends SpringExpressionManager {

    /** The functions that the filters of Tasklist need. */
    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now");

    private final NamedSteps delegates;

    LockedExpressions(NamedSteps delegates) {
        super(null, Map.of());
        this.delegates = delegates;
    }

    @Override
    protected ELResolver createElResolver() {
        return new VisibleNames(delegates);
    }

    /** Creates an expression. A function of another name is refused here, in a model and in a query. */
    @Override
    public Expression createExpression(String text) {
        try {
            return new ScopedExpression(super.createExpression(text));
        } catch (RuntimeException e) {
            throw RefusedExpressions.refuse(text, e);
        }
    }

    /** Adds a function if it is one of the three. The engine and its plug-ins offer more. */
    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }
}
