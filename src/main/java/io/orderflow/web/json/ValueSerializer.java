package io.orderflow.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.function.Function;

/**
 * A serializer that writes a value of ours as the text or the number that is in it: {@code shared} knows no framework
 * that would say so.
 */
class ValueSerializer<T> extends StdScalarSerializer<T> {

    private final transient Function<T, Object> content;

    ValueSerializer(Class<T> type, Function<T, Object> content) {
        super(type);
        this.content = content;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeObject(content.apply(value));
    }
}
