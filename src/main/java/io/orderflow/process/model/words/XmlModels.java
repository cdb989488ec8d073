package io.orderflow.process.model.words;

import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.ModelRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/** The rule that diagrams and tables can be read, and that their elements violate no {@link ElementRule}. */
@Component
class XmlModels implements ModelRule {

    private static final Map<String, Vocabulary> WORDS =
            Map.of(".bpmn", BpmnVocabulary.WORDS, ".dmn", DmnVocabulary.WORDS);

    private final List<ElementRule> rules;

    XmlModels(List<ElementRule> rules) {
        this.rules = rules;
    }

    @Override
    public Stream<ModelFinding> check(ModelFile file) {
        return WORDS.entrySet().stream()
                .filter(kind -> file.name().endsWith(kind.getKey()))
                .flatMap(kind -> check(file, kind.getValue()));
    }

    private Stream<ModelFinding> check(ModelFile file, Vocabulary words) {
        try {
            return XmlFile.elements(file, words.namespaces())
                    .flatMap(element -> rules.stream()
                            .flatMap(rule -> rule.check(element, words))
                            .map(objection -> element.finding(file, objection)));
        } catch (SAXException e) {
            return Stream.of(ModelFinding.ofUnreadable(file, String.valueOf(e.getMessage())));
        }
    }
}
