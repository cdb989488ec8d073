package io.orderflow.web;

import java.util.Optional;
import java.util.function.Function;

/** The reader of the values that callers write into paths, parameters and bodies as texts. */
public final class TextValues {

    private TextValues() {}

    /**
     * The value that the text stands for; empty where it can be none.
     *
     * @param value makes the value, or refuses the text with an {@link IllegalArgumentException}
     */
    public static <T> Optional<T> read(String text, Function<String, T> value) {
        try {
            return Optional.of(value.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
