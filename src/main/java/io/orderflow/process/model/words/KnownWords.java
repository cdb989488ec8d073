package io.orderflow.process.model.words;

import io.orderflow.process.model.ModelFinding;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rule that elements and attributes are in their {@link Vocabulary} and have values that fit. */
@Component
class KnownWords implements ElementRule {

    private final Names names;

    KnownWords(Names names) {
        this.names = names;
    }

    @Override
    public Stream<Objection> check(XmlElement element, Vocabulary words) {
        Optional<Value> text = words.of(element);
        if (text.isEmpty()) {
            return Stream.of(unknown(element.word(), words));
        }
        return Stream.concat(
                unfit(element.word(), element.text(), text.get()),
                element.attributes()
                        .flatMap(attribute -> words.of(element, attribute.word())
                                .map(value -> unfit(attribute.word(), attribute.value(), value))
                                .orElseGet(() -> Stream.of(unknown(attribute.word(), words)))));
    }

    private Stream<Objection> unfit(String word, String text, Value value) {
        if (value.fits(text, names)) {
            return Stream.empty();
        }
        String message = word + " says “" + ModelFinding.quotable(text) + "”.";
        return Stream.of(new Objection("known-values", message, value.remedy()));
    }

    private static Objection unknown(String word, Vocabulary words) {
        return new Objection("known-words", ModelFinding.quotable(word) + " is not allowed.", words.remedy(word));
    }
}
