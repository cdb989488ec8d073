package io.orderflow.process.model.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words that a kind of model is written in: what is not among them may not stand in a file.
 *
 * @param namespaces our prefix by namespace
 * @param elements what text an element may hold, by its name or, where it depends, by {@code parent/name}
 * @param attributes what an attribute may say, by its name or, where it depends, by {@code element@name}
 * @param remedies what to do instead, by the names of well-known words that may not be used
 */
record Vocabulary(
        Map<String, String> namespaces,
        Map<String, Value> elements,
        Map<String, Value> attributes,
        Map<String, String> remedies) {

    private static final String UNKNOWN = "Leave it out.";

    /** What the text of an element may be; empty where there may be no such element. */
    Optional<Value> of(XmlElement element) {
        String inParent = element.parent().map(XmlElement::word).orElse("") + "/" + element.word();
        return Optional.ofNullable(elements.getOrDefault(inParent, elements.get(element.word())));
    }

    /** What an attribute may say; empty where there may be no such attribute. */
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
