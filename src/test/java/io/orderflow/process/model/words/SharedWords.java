package io.orderflow.process.model.words;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;

/** The words of diagrams as plain data, for the plug-in of Modeler. */
public final class SharedWords {

    private SharedWords() {}

    public static Map<String, Object> of(ListableBeanFactory beans) {
        Names names = beans.getBean(Names.class);
        Vocabulary words = BpmnVocabulary.WORDS;
        return new TreeMap<>(Map.of(
                "namespaces", new TreeMap<>(words.namespaces()),
                "elements", kinds(words.elements()),
                "attributes", kinds(words.attributes()),
                "remedies", new TreeMap<>(words.remedies()),
                "otherRemedy", words.remedy("no word of any model"),
                "values", values(),
                "longest", Notation.LONGEST,
                "reading", forModeler(Notation.READING),
                "comparing", forModeler(Notation.COMPARING),
                "names",
                        new TreeMap<>(Map.of(
                                "form",
                                forModeler(Names.NAME),
                                "steps",
                                steps(names),
                                "fields",
                                new TreeSet<>(names.fields()),
                                "engine",
                                new TreeSet<>(Names.ENGINE)))));
    }

    /** Returns the names of the delegates, without those of engines that tests start. */
    private static Set<String> steps(Names names) {
        return names.steps().stream()
                .filter(step -> step.matches("\\w+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> kinds(Map<String, Value> words) {
        return new TreeMap<>(words.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, word -> word.getValue().toString())));
    }

    private static Map<String, Map<String, Object>> values() {
        return new TreeMap<>(
                Arrays.stream(BpmnValue.values()).collect(Collectors.toMap(BpmnValue::name, SharedWords::value)));
    }

    private static Map<String, Object> value(BpmnValue value) {
        Map<String, Object> shared = new TreeMap<>(Map.of("remedy", value.remedy()));
        if (value.form() instanceof Notation.Form form) {
            shared.put("form", forModeler(form.pattern()));
            shared.put("orVariable", form.orVariable());
        }
        return shared;
    }

    /** Returns the expression for JavaScript, which writes the end of a text as $, and where to begin as a flag. */
    private static String forModeler(Pattern pattern) {
        return pattern.pattern().replace("\\G", "").replace("\\z", "$");
    }
}
