package io.orderflow.process.expressions;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * The meanings of names in expressions: a delegate, else the business key of the process, else a variable, or an entry
 * of a map or list in a variable. The engine refuses any other name, property or method. Delegates come first, because
 * otherwise a variable of the same name could replace one.
 */
class VisibleNames extends ELResolver {

    private static final String EXECUTION = "execution";

    private final NamedSteps delegates;

    VisibleNames(NamedSteps delegates) {
        this.delegates = delegates;
    }

    /** The part of an execution that expressions see. The engine's own object would give access to its services. */
    private record Process(String processBusinessKey) {}

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            return member(context, base, property);
        }
        String name = (String) property;
        if (context.getContext(VariableScope.class) instanceof VariableScope scope) {
            return nameInProcess(context, scope, name);
        }
        if (context.getContext(VariableContext.class) instanceof VariableContext table
                && table.containsVariable(name)) {
            return resolved(context, table.resolve(name).getValue());
        }
        return null;
    }

    private @Nullable Object nameInProcess(ELContext context, VariableScope scope, String name) {
        var step = delegates.find(name);
        if (step.isPresent()) {
            return resolved(context, step.get());
        }
        if (name.equals(EXECUTION) && scope instanceof DelegateExecution execution) {
            return resolved(context, new Process(execution.getProcessBusinessKey()));
        }
        return scope.hasVariable(name) ? resolved(context, scope.getVariable(name)) : null;
    }

    private static @Nullable Object member(ELContext context, Object base, Object property) {
        if (base instanceof Map<?, ?> map) {
            return resolved(context, map.get(property));
        }
        if (base instanceof List<?> list && property instanceof Number index) {
            return resolved(context, index.intValue() < list.size() ? list.get(index.intValue()) : null);
        }
        if (base instanceof Process process && "processBusinessKey".equals(property)) {
            return resolved(context, process.processBusinessKey());
        }
        return null;
    }

    private static @Nullable Object resolved(ELContext context, @Nullable Object value) {
        context.setPropertyResolved(true);
        return value;
    }

    /** Writes nothing. */
    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }
}
