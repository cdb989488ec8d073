package io.orderflow.process.model.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words of a kind of model. A file may have no others.
 *
 * @param namespaces our prefixes by namespace
 * @param elements the kind of text that an element may have, by its name or, if that is not enough, by
 *     {@code parent/name}
 * @param attributes the kind of value that an attribute may have, by its name or, if that is not enough, by
 *     {@code element@name}
 * @param remedies what to do instead, by the names of well-known words that are not allowed
 */
record Vocabulary(
        Map<String, String> namespaces,
        Map<String, Value> elements,
        Map<String, Value> attributes,
        Map<String, String> remedies) {

    private static final String UNKNOWN = "Leave it out.";

    /** Returns the kind of text that an element may have; empty if the element is not allowed. */
    Optional<Value> of(XmlElement element) {
        String inParent = element.parent().map(XmlElement::word).orElse("") + "/" + element.word();
        return Optional.ofNullable(elements.getOrDefault(inParent, elements.get(element.word())));
    }

    /** Returns the kind of value that an attribute may have; empty if the attribute is not allowed. */
    Optional<Value> of(XmlElement element, String attribute) {
        return Optional.ofNullable(
                attributes.getOrDefault(element.word() + "@" + attribute, attributes.get(attribute)));
    }

    String remedy(String word) {
        return remedies.getOrDefault(word, UNKNOWN);
    }

    /** Reads lines such as {@code CONDITION: conditionExpression condition}. */
    static Map<String, Value> words(String lines, Function<String, Value> values) {
        Map<String, Value> words = new HashMap<>();
        lines.lines().map(line -> line.split(":\\s+", 2)).forEach(line -> {
            for (String word : line[1].split("\\s+")) {
                words.put(word, values.apply(line[0]));
            }
        });
        return Map.copyOf(words);
    }
}
