package io.orderflow.process.answers;

import io.orderflow.shared.ProperText;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** The values that a person may hand in: texts, numbers, booleans and dates, but no files, bytes or objects. */
final class PlainValues {

    private static final Set<ValueType> TYPES = Set.of(
            ValueType.STRING,
            ValueType.BOOLEAN,
            ValueType.SHORT,
            ValueType.INTEGER,
            ValueType.LONG,
            ValueType.DOUBLE,
            ValueType.NUMBER,
            ValueType.DATE,
            ValueType.NULL);

    /** The classes of such values. The engine would serialize any other. */
    private static final Set<Class<?>> CLASSES =
            Set.of(String.class, Boolean.class, Short.class, Integer.class, Long.class, Double.class, Date.class);

    private PlainValues() {}

    /**
     * Returns the plain values of variables, with null where the value is null.
     *
     * @param given variables by name, typed or not; null for none
     * @throws org.camunda.bpm.engine.BadUserRequestException if one is of another type
     */
    static Map<String, @Nullable Object> of(@Nullable Map<String, Object> given) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        VariableMap variables = given == null ? Variables.createVariables() : Variables.fromMap(given);
        variables.keySet().forEach(name -> plain.put(name, plain(name, variables.getValueTyped(name))));
        return plain;
    }

    private static @Nullable Object plain(String name, @Nullable TypedValue given) {
        if (given == null) {
            return null;
        }
        if (given.getType() != null && !TYPES.contains(given.getType())) {
            throw RefusedAnswers.because(
                    name + " must not be of type " + given.getType().getName());
        }
        Object value = given.getValue();
        if (value == null || CLASSES.contains(value.getClass())) {
            return value;
        }
        throw RefusedAnswers.because(name + " must be a plain value");
    }

    /** Refuses a value that is no {@link ProperText}. */
    static void checkText(String name, Object value) {
        if (!(value instanceof String text)) {
            throw RefusedAnswers.because(name + " must be a text");
        }
        if (!ProperText.is(text)) {
            throw RefusedAnswers.because(name + " must be made of proper characters");
        }
    }
}
