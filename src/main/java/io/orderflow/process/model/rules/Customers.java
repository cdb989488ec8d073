package io.orderflow.process.model.rules;

import io.orderflow.process.model.ModelFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** The rule that every topic of a message to customers has texts, and that the engine stores no personal data. */
@Component
class Customers implements DiagramRule {

    private static final String RULE = "customers";
    private static final List<String> TEXTS = List.of("notifications.properties", "notifications_ko.properties");
    static final Pattern PERSONAL = Pattern.compile(
            "(?i).*(?:phone|mobile|address|e_?mail|account|iban|bank|card_?number|recipient|birth|postal|resident).*"
                    + "|(?i)(?:line[12]|city|customer_?name)");

    private final Set<String> topics = topics();

    @Override
    public Stream<ModelFinding> check(Diagram diagram, Surroundings around) {
        return Stream.concat(topics(diagram), personal(diagram));
    }

    private Stream<ModelFinding> topics(Diagram diagram) {
        Stream<ModelElementInstance> telling = Stream.concat(
                diagram.all(ServiceTask.class).stream(), diagram.all(MessageEventDefinition.class).stream());
        return telling.filter(teller ->
                        Diagram.step(teller).filter("notifyCustomer"::equals).isPresent())
                .filter(teller ->
                        topic((BaseElement) teller).filter(topics::contains).isEmpty())
                .map(teller -> diagram.refused(
                        node(teller),
                        RULE,
                        "there are no words for the topic “"
                                + topic((BaseElement) teller).orElse("")
                                + "”: the order would fail here, and the customer not be told.",
                        "Choose one of "
                                + String.join(", ", topics.stream().sorted().toList()) + "."));
    }

    private static Optional<String> topic(BaseElement teller) {
        return Optional.ofNullable(teller.getExtensionElements()).stream()
                .flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaField.class).list().stream())
                .filter(field -> "topic".equals(field.getCamundaName()))
                .map(field -> field.getCamundaString() == null
                        ? field.getCamundaStringValue()
                        : field.getCamundaString().getTextContent())
                .filter(topic -> topic != null)
                .map(String::strip)
                .findFirst();
    }

    private static Stream<ModelFinding> personal(Diagram diagram) {
        Stream<ModelElementInstance> mapped = Stream.of(
                        diagram.all(CamundaInputParameter.class),
                        diagram.all(CamundaOutputParameter.class),
                        diagram.all(CamundaIn.class),
                        diagram.all(CamundaOut.class))
                .flatMap(kind -> kind.stream().map(ModelElementInstance.class::cast));
        return mapped.filter(Customers::isPersonal)
                .map(mapping -> diagram.refused(
                        node(mapping),
                        RULE,
                        "it keeps what belongs to a person in a variable ("
                                + names(mapping).collect(Collectors.joining(", "))
                                + "): everybody with Cockpit could read it, for as long as history is kept.",
                        "Leave it with the order, which knows it."));
    }

    private static boolean isPersonal(ModelElementInstance mapping) {
        return names(mapping).anyMatch(name -> PERSONAL.matcher(name).matches());
    }

    private static Stream<String> names(ModelElementInstance mapping) {
        return Stream.of(
                        mapping.getAttributeValue("name"),
                        mapping.getAttributeValue("source"),
                        mapping.getAttributeValue("target"),
                        mapping.getTextContent().strip().replaceAll("^[$#]\\{\\s*|\\s*}$", ""))
                .filter(name -> name != null && name.matches("[\\w.]{1,100}"));
    }

    private static FlowNode node(ModelElementInstance inside) {
        return Diagram.around(inside)
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the topics that have a subject and a body in every language. */
    static Set<String> topics() {
        return TEXTS.stream()
                .map(Customers::topicsOf)
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
                .orElseThrow();
    }

    private static Set<String> topicsOf(String file) {
        try {
            Set<String> keys = PropertiesLoaderUtils.loadProperties(new ClassPathResource(file))
                    .stringPropertyNames();
            return keys.stream()
                    .map(key -> key.split("\\.")[1])
                    .filter(topic -> keys.contains("notification." + topic + ".subject")
                            && keys.contains("notification." + topic + ".body"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
