package io.orderflow.process.expressions;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.type.ValueTypeResolver;
import org.jspecify.annotations.Nullable;

/** The types that a variable from outside may have. They are those of plain values: no objects, files or bytes. */
class PlainTypes implements ValueTypeResolver {

    private static final Map<String, ValueType> TYPES = Stream.of(
                    ValueType.NULL,
                    ValueType.BOOLEAN,
                    ValueType.STRING,
                    ValueType.DATE,
                    ValueType.NUMBER,
                    ValueType.SHORT,
                    ValueType.INTEGER,
                    ValueType.LONG,
                    ValueType.DOUBLE)
            .collect(Collectors.toUnmodifiableMap(ValueType::getName, Function.identity()));

    @Override
    public @Nullable ValueType typeForName(String name) {
        return TYPES.get(name);
    }

    @Override
    public Collection<ValueType> getSubTypes(ValueType type) {
        return TYPES.values().stream().filter(sub -> sub.getParent() == type).toList();
    }

    /** Ignores the type, because plug-ins add types that are not plain. */
    @Override
    public void addType(ValueType type) {}
}
