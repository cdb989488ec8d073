package io.orderflow.mutations;

import io.orderflow.process.model.ModelFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Makes all mutants of one diagram, the same ones in each run. What ADR 34 leaves to analysts is no mutation: labels,
 * times within the limits, priorities, more steps. Nor is what changes nothing, such as documentation and drawing.
 */
final class Mutator {

    /** To how many other nodes each flow is led, and by how many other steps each step is replaced. */
    private static final int OTHERS = 3;

    private interface Change {
        void make(Drawing drawing, Element element);
    }

    private final ModelFile original;
    private final Drawing drawing;
    private final Map<String, Mutant> mutants = new LinkedHashMap<>();

    private Mutator(ModelFile original) throws Exception {
        this.original = original;
        this.drawing = new Drawing(original);
    }

    static List<Mutant> mutants(ModelFile original) throws Exception {
        Mutator mutator = new Mutator(original);
        mutator.elements();
        mutator.flows();
        mutator.conditions();
        mutator.steps();
        mutator.people();
        mutator.events();
        mutator.undos();
        mutator.processes();
        return List.copyOf(mutator.mutants.values());
    }

    private void elements() throws Exception {
        for (Element node : drawing.nodes()) {
            String type = node.getLocalName();
            boolean between = drawing.outgoing(node).size() == 1
                    && !drawing.incoming(node).isEmpty();
            if (!between) {
                add("element removed", node, "removed with its flows", Drawing::remove);
            } else if (!type.equals("exclusiveGateway")) {
                add("element removed", node, "removed, the way goes on behind it", Mutator::pass);
            }
            switch (type) {
                case "exclusiveGateway" -> {
                    if (drawing.outgoing(node).size() > 1) {
                        add("type changed", node, "made parallel", (to, own) -> to.retype(own, "parallelGateway"));
                    }
                    // With one condition and a default, exactly one way is taken either way.
                    if (drawing.outgoing(node).size() > 2) {
                        add("type changed", node, "made inclusive", (to, own) -> to.retype(own, "inclusiveGateway"));
                    }
                }
                case "receiveTask", "userTask" ->
                    add("type changed", node, "made a task that does not wait", (to, own) -> to.retype(own, "task"));
                default -> {
                    // The engine cannot read the others under another type.
                }
            }
        }
    }

    private void flows() throws Exception {
        for (Element flow : drawing.all("sequenceFlow")) {
            add("flow removed", flow, "removed", Drawing::remove);
            for (Element target : some(flow.getAttribute("id"), targets(flow))) {
                add(
                        "flow redirected",
                        flow,
                        "leads to %s".formatted(drawing.label(target)),
                        (to, own) -> to.redirect(own, target.getAttribute("id")));
            }
        }
        for (Element gateway : drawing.all("exclusiveGateway")) {
            List<Element> ways = drawing.outgoing(gateway);
            for (int one = 0; one < ways.size(); one++) {
                for (int other = one + 1; other < ways.size(); other++) {
                    swapTargets(gateway, ways.get(one), ways.get(other));
                }
            }
            if (gateway.hasAttribute("default")) {
                // The engine tries the ways in their order: the last one needs no name to be the default.
                if (!ways.get(ways.size() - 1).getAttribute("id").equals(gateway.getAttribute("default"))) {
                    add("default changed", gateway, "has no default", (to, own) -> own.removeAttribute("default"));
                }
                for (Element way : ways) {
                    if (!way.getAttribute("id").equals(gateway.getAttribute("default"))) {
                        add(
                                "default changed",
                                gateway,
                                "has as default the " + drawing.label(way),
                                (to, own) -> own.setAttribute("default", way.getAttribute("id")));
                    }
                }
            }
        }
    }

    private void swapTargets(Element gateway, Element one, Element other) throws Exception {
        String first = one.getAttribute("targetRef");
        String second = other.getAttribute("targetRef");
        if (!first.equals(second)) {
            add(
                    "answers exchanged",
                    gateway,
                    "the ways to %s and %s change places"
                            .formatted(drawing.label(drawing.byId(first)), drawing.label(drawing.byId(second))),
                    (to, own) -> {
                        to.redirect(to.byId(one.getAttribute("id")), second);
                        to.redirect(to.byId(other.getAttribute("id")), first);
                    });
        }
    }

    private void conditions() throws Exception {
        for (Element condition : drawing.all("conditionExpression")) {
            Element flow = (Element) condition.getParentNode();
            String text = condition.getTextContent().strip();
            String inner = text.substring(2, text.length() - 1);
            condition(flow, "condition negated", "${!(" + inner + ")}");
            condition(flow, "condition fixed", "${true}");
            condition(flow, "condition fixed", "${false}");
            add(
                    "condition dropped",
                    flow,
                    "has no condition",
                    (to, own) -> Drawing.inside(own, "conditionExpression").forEach(Drawing::cut));
            for (Element sibling : drawing.outgoing(drawing.byId(flow.getAttribute("sourceRef")))) {
                for (Element theirs : Drawing.inside(sibling, "conditionExpression")) {
                    if (sibling != flow) {
                        condition(
                                flow,
                                "condition exchanged",
                                theirs.getTextContent().strip());
                    }
                }
            }
        }
    }

    private void condition(Element flow, String kind, String text) throws Exception {
        add(
                kind,
                flow,
                "is taken when " + text,
                (to, own) -> Drawing.inside(own, "conditionExpression")
                        .forEach(condition -> condition.setTextContent(text)));
    }

    private void steps() throws Exception {
        List<String> steps = values(
                drawing.everything().map(element -> element.getAttributeNS(Drawing.CAMUNDA, "delegateExpression")));
        List<String> topics = values(drawing.extensions("string").stream()
                .map(topic -> topic.getTextContent().strip()));
        for (Element element : drawing.everything().toList()) {
            exchangeOwn("step exchanged", element, "delegateExpression", steps);
            drop("save point dropped", element, "asyncBefore");
            drop("save point dropped", element, "asyncAfter");
        }
        for (Element retries : drawing.extensions("failedJobRetryTimeCycle")) {
            add(
                    "retries dropped",
                    step(retries),
                    "has no retries of its own",
                    (to, own) -> Drawing.inside(own, "failedJobRetryTimeCycle").forEach(Drawing::cut));
            text("retries changed", retries, "R1000/PT1S");
        }
        for (Element topic : drawing.extensions("string")) {
            for (String other : some(step(topic).getAttribute("id"), without(topics, topic.getTextContent()))) {
                text("message exchanged", topic, other);
            }
        }
        for (Element field : drawing.extensions("field")) {
            part("message dropped", field, "has no field \"%s\"".formatted(field.getAttribute("name")));
        }
        for (String type : List.of("in", "out", "inputParameter", "outputParameter")) {
            for (Element value : drawing.extensions(type)) {
                String what = Stream.of("name", "source", "businessKey")
                        .map(value::getAttribute)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("");
                part("value dropped", value, "does not hand on \"%s\"".formatted(what));
            }
        }
        for (Element call : drawing.all("callActivity")) {
            for (String process : List.of("Order", "Return", "ResolveCase")) {
                plain("call exchanged", call, "calledElement", process);
            }
            own("binding changed", call, "calledElementBinding", "latest");
            drop("binding changed", call, "calledElementBinding");
        }
        for (Element rule : drawing.all("businessRuleTask")) {
            own("binding changed", rule, "decisionRefBinding", "latest");
            own("call exchanged", rule, "decisionRef", "AnotherPolicy");
            drop("value dropped", rule, "resultVariable");
            drop("value dropped", rule, "mapDecisionResult");
        }
    }

    private void people() throws Exception {
        List<String> forms =
                values(drawing.everything().map(element -> element.getAttributeNS(Drawing.CAMUNDA, "formRef")));
        for (Element task : drawing.all("userTask")) {
            own("group changed", task, "candidateGroups", "customer");
            own("group changed", task, "candidateGroups", "analyst");
            drop("group changed", task, "candidateGroups");
            drop("form changed", task, "formRef");
            own("form changed", task, "formRef", "SettleCase");
            exchangeOwn("form changed", task, "formRef", forms);
            own("binding changed", task, "formRefBinding", "latest");
            drop("time changed", task, "dueDate");
            own("time changed", task, "dueDate", "P10Y");
            own("time changed", task, "dueDate", "PT1S");
        }
    }

    private void events() throws Exception {
        for (Element event : drawing.nodes()) {
            for (String type : List.of("messageEventDefinition", "errorEventDefinition", "compensateEventDefinition")) {
                if (Set.of("intermediateThrowEvent", "endEvent").contains(event.getLocalName())
                        && !Drawing.inside(event, type).isEmpty()) {
                    add(
                            "event emptied",
                            event,
                            "does nothing any more",
                            (to, own) -> Drawing.inside(own, type).forEach(Drawing::cut));
                }
            }
            if (event.getLocalName().equals("boundaryEvent")) {
                boundary(event);
            }
        }
        references("messageRef", "message");
        references("errorRef", "error");
        for (Element error : drawing.all("errorEventDefinition")) {
            plain("reference exchanged", error, "errorRef", null);
            drop("value dropped", error, "errorCodeVariable");
        }
        for (Element error : drawing.all("error")) {
            plain("name changed", error, "errorCode", "SOMETHING_ELSE");
        }
        for (Element message : drawing.all("message")) {
            plain("name changed", message, "name", "SomethingElse");
        }
        for (Element link : drawing.all("linkEventDefinition")) {
            plain("name changed", link, "name", "Somewhere else");
        }
        for (String type : List.of("timeCycle", "timeDuration", "timeDate")) {
            for (Element timer : drawing.all(type)) {
                for (String time : List.of("R/PT1S", "R/P10Y", "R0/P1D", "P1D", "R1000/PT1M")) {
                    text("timer changed", timer, time);
                }
            }
        }
    }

    private void boundary(Element event) throws Exception {
        boolean interrupts = !event.getAttribute("cancelActivity").equals("false");
        if (Drawing.inside(event, "errorEventDefinition").isEmpty()
                && Drawing.inside(event, "compensateEventDefinition").isEmpty()) {
            plain("interruption changed", event, "cancelActivity", interrupts ? "false" : "true");
        }
        List<Element> steps = drawing.nodes().stream()
                .filter(node -> Set.of("serviceTask", "userTask", "receiveTask", "callActivity", "subProcess")
                        .contains(node.getLocalName()))
                .filter(node -> node.getParentNode() == event.getParentNode())
                .filter(node -> !node.getAttribute("id").equals(event.getAttribute("attachedToRef")))
                .toList();
        for (Element step : some(event.getAttribute("id"), steps)) {
            add(
                    "event moved",
                    event,
                    "attached to " + drawing.label(step),
                    (to, own) -> own.setAttribute("attachedToRef", step.getAttribute("id")));
        }
    }

    private void references(String attribute, String type) throws Exception {
        List<String> all = drawing.all(type).stream()
                .map(element -> element.getAttribute("id"))
                .toList();
        for (Element element : drawing.everything().toList()) {
            if (element.hasAttribute(attribute)) {
                for (String other : without(all, element.getAttribute(attribute))) {
                    plain("reference exchanged", element, attribute, other);
                }
            }
        }
    }

    private void undos() throws Exception {
        List<Element> associations = drawing.all("association");
        for (Element association : associations) {
            add("undo unbound", association, "removed", Drawing::remove);
            for (Element other : associations) {
                if (other != association) {
                    plain("undo exchanged", association, "targetRef", other.getAttribute("targetRef"));
                }
            }
        }
        for (Element step : drawing.nodes()) {
            if (step.hasAttribute("isForCompensation")) {
                plain("undo unbound", step, "isForCompensation", null);
            }
        }
        List<Element> all = drawing.all("compensateEventDefinition").stream()
                .filter(definition -> definition.hasAttribute("activityRef"))
                .toList();
        List<String> undone = values(all.stream().map(definition -> definition.getAttribute("activityRef")));
        for (Element definition : all) {
            plain("undo exchanged", definition, "activityRef", null);
            for (String other : without(undone, definition.getAttribute("activityRef"))) {
                plain("undo exchanged", definition, "activityRef", other);
            }
            plain("undo unbound", definition, "waitForCompletion", "false");
        }
    }

    private void processes() throws Exception {
        for (Element process : drawing.all("process")) {
            plain("process changed", process, "id", "Another");
            plain("process changed", process, "isExecutable", "false");
            drop("time changed", process, "historyTimeToLive");
            own("time changed", process, "historyTimeToLive", "P1D");
        }
    }

    // ---- single changes

    /** Takes a node out and leads what came to it to where it led. */
    private static void pass(Drawing drawing, Element node) {
        Element way = drawing.outgoing(node).get(0);
        String next = way.getAttribute("targetRef");
        List<Element> before = drawing.incoming(node);
        drawing.remove(way);
        before.forEach(flow -> drawing.redirect(flow, next));
        drawing.remove(node);
    }

    private void exchangeOwn(String kind, Element element, String attribute, List<String> values) throws Exception {
        String value = element.getAttributeNS(Drawing.CAMUNDA, attribute);
        if (!value.isEmpty()) {
            for (String other : some(element.getAttribute("id"), without(values, value))) {
                own(kind, element, attribute, other);
            }
        }
    }

    private void own(String kind, Element element, String attribute, String value) throws Exception {
        if (!element.getAttributeNS(Drawing.CAMUNDA, attribute).equals(value)) {
            add(
                    kind,
                    element,
                    "%s is %s".formatted(attribute, value),
                    (to, own) -> own.setAttributeNS(Drawing.CAMUNDA, "camunda:" + attribute, value));
        }
    }

    private void drop(String kind, Element element, String attribute) throws Exception {
        if (element.hasAttributeNS(Drawing.CAMUNDA, attribute)) {
            add(kind, element, "has no " + attribute, (to, own) -> own.removeAttributeNS(Drawing.CAMUNDA, attribute));
        }
    }

    /** @param value null to leave the attribute out */
    private void plain(String kind, Element element, String attribute, String value) throws Exception {
        if (value == null) {
            if (element.hasAttribute(attribute)) {
                add(kind, element, "has no " + attribute, (to, own) -> own.removeAttribute(attribute));
            }
        } else if (!element.getAttribute(attribute).equals(value)) {
            add(kind, element, "%s is %s".formatted(attribute, value), (to, own) -> own.setAttribute(attribute, value));
        }
    }

    private void text(String kind, Element element, String text) throws Exception {
        add(
                kind,
                element,
                "says %s instead of %s".formatted(text, element.getTextContent()),
                (to, own) -> own.setTextContent(text));
    }

    private void part(String kind, Element element, String words) throws Exception {
        add(kind, element, words, (to, own) -> Drawing.cut(own));
    }

    /** Makes the change in a diagram of its own, where the same element stands at the same place. */
    private void add(String kind, Element element, String words, Change change) throws Exception {
        Drawing changed = new Drawing(original);
        int place = drawing.everything().toList().indexOf(element);
        change.make(changed, changed.everything().toList().get(place));
        Mutant mutant =
                new Mutant(kind, step(element).getAttribute("id"), drawing.label(element), words, changed.file());
        mutants.putIfAbsent(mutant.name(), mutant);
    }

    // ---- what there is to choose from

    private List<Element> targets(Element flow) {
        String now = drawing.behind(drawing.byId(flow.getAttribute("targetRef")));
        return drawing.nodes().stream()
                .filter(node -> node.getParentNode() == flow.getParentNode())
                .filter(node -> !drawing.incoming(node).isEmpty())
                .filter(node -> !drawing.behind(node).equals(now))
                .toList();
    }

    private static Element step(Element part) {
        Element element = part;
        while (element.getAttribute("id").isEmpty()) {
            element = (Element) element.getParentNode();
        }
        return element;
    }

    private static List<String> values(Stream<String> values) {
        return values.filter(value -> !value.isEmpty()).distinct().sorted().toList();
    }

    private static List<String> without(List<String> values, String value) {
        return values.stream().filter(other -> !other.equals(value.strip())).toList();
    }

    /** Chooses a few by chance, the same ones whenever it is asked under the same name. */
    private static <T> List<T> some(String name, List<T> all) {
        List<T> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(name.hashCode()));
        return mixed.subList(0, Math.min(OTHERS, mixed.size()));
    }
}
