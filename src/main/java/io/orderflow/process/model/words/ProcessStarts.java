package io.orderflow.process.model.words;

import io.orderflow.process.OrderMessage;
import io.orderflow.process.ProcessKey;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rule that a process starts only when the application or another process calls it, and at once, so that the caller
 * sees the result. No process starts by a timer, a condition or a message, except that a return starts by the one
 * message that the application sends for it.
 */
@Component
class ProcessStarts implements ElementRule {

    private static final String RULE = "process-starts";
    private static final String RETURN = ProcessKey.RETURN.inDiagram();
    private static final String RETURN_REQUESTED = OrderMessage.RETURN_REQUESTED.inDiagram();

    @Override
    public Stream<Objection> check(XmlElement element, Vocabulary words) {
        if (!element.word().equals("startEvent")) {
            return Stream.empty();
        }
        return Stream.concat(byItself(element), later(element));
    }

    private static Stream<Objection> byItself(XmlElement start) {
        return start.parent().filter(parent -> parent.word().equals("process")).stream()
                .flatMap(process -> start.elements())
                .filter(child -> child.word().endsWith("EventDefinition"))
                .filter(definition -> !isReturnRequested(definition))
                .map(definition -> new Objection(
                        RULE,
                        "a process is not started by a " + definition.word() + ".",
                        "Begin with a plain start event: the application or another process calls it."));
    }

    private static boolean isReturnRequested(XmlElement definition) {
        return definition.word().equals("messageEventDefinition")
                && definition
                        .parent()
                        .flatMap(XmlElement::parent)
                        .filter(process -> process.says("id", RETURN))
                        .isPresent()
                && definition
                        .root()
                        .elements()
                        .anyMatch(message -> message.word().equals("message")
                                && message.says("name", RETURN_REQUESTED)
                                && message.attribute("id")
                                        .filter(id -> definition.says("messageRef", id))
                                        .isPresent());
    }

    private static Stream<Objection> later(XmlElement start) {
        return Stream.of("camunda:asyncBefore", "camunda:asyncAfter")
                .filter(save -> start.says(save, "true"))
                .map(save -> new Objection(
                        RULE,
                        "a start event is no save point (" + save + ").",
                        "Put the save point on the first step that needs one."));
    }
}
