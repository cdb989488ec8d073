package io.orderflow.process.expressions;

import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.jspecify.annotations.Nullable;

/**
 * An expression with its scope. In a model it belongs to a process. In a query it has no scope, and is evaluated only
 * if it is one of three allowed calls, whoever has stored it.
 *
 * @param expression the engine's own expression
 */
record ScopedExpression(Expression expression) implements Expression {

    private static final Set<String> QUERY_WORDS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    @Override
    public @Nullable Object getValue(@Nullable VariableScope scope) {
        return getValue(scope, null);
    }

    @Override
    public @Nullable Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
        if (scope == null && !isLiteralText() && !QUERY_WORDS.contains(getExpressionText())) {
            throw RefusedExpressions.refuse(getExpressionText(), null);
        }
        return expression.getValue(scope, execution);
    }

    @Override
    public void setValue(Object value, @Nullable VariableScope scope) {
        expression.setValue(value, scope);
    }

    @Override
    public void setValue(Object value, @Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
        expression.setValue(value, scope, execution);
    }

    @Override
    public String getExpressionText() {
        return expression.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return expression.isLiteralText();
    }

    /** Returns the text, by which the engine reads candidate starters. */
    @Override
    public String toString() {
        return expression.toString();
    }
}
