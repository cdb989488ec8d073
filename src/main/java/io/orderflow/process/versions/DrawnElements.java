package io.orderflow.process.versions;

import io.orderflow.process.versions.ModelChange.Change;
import io.orderflow.process.versions.ModelChange.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The elements of a diagram or a decision table by their ids, each with all that it says and where it stands. */
final class DrawnElements {

    /** What stands directly in one of these is an element of its own; what stands deeper belongs to it. */
    private static final Set<String> CONTAINERS = Set.of(
            "definitions",
            "process",
            "subProcess",
            "transaction",
            "collaboration",
            "laneSet",
            "decision",
            "decisionTable");
    /** A table is the decision's only content, and flows say the same from their side. */
    private static final Set<String> PASSED_OVER = Set.of("decisionTable", "incoming", "outgoing", "laneSet");

    private static final String LABEL = "label";

    private final Map<String, Drawn> elements = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();
    /** The ids of the rules of the tables, in their order. */
    private final List<String> rules = new ArrayList<>();

    private record Drawn(String kind, Map<String, String> facts) {

        String label() {
            return facts.getOrDefault(LABEL, "");
        }
    }

    DrawnElements(ModelInstance model) {
        Document document = (Document)
                Objects.requireNonNull(model.getDocument().getDomSource().getNode());
        collect(document.getDocumentElement());
    }

    /**
     * Returns what differs in the later version, in its order; what is gone and what only stands elsewhere come last.
     * An element that has both changed and moved is there twice.
     */
    List<ModelChange> changesTo(DrawnElements later) {
        List<ModelChange> changes = new ArrayList<>();
        Map<String, Fact> otherRows = otherRows(later);
        later.elements.forEach((id, drawn) -> {
            Drawn before = elements.get(id);
            if (before == null) {
                changes.add(new ModelChange(Change.ADDED, drawn.kind(), id, drawn.label(), List.of()));
            } else {
                List<Fact> facts = facts(before, drawn);
                if (!facts.isEmpty()) {
                    changes.add(new ModelChange(Change.CHANGED, drawn.kind(), id, drawn.label(), facts));
                }
                Fact otherRow = otherRows.get(id);
                if (otherRow != null) {
                    changes.add(new ModelChange(Change.MOVED, drawn.kind(), id, drawn.label(), List.of(otherRow)));
                } else if (!Objects.equals(places.get(id), later.places.get(id))) {
                    changes.add(new ModelChange(Change.MOVED, drawn.kind(), id, drawn.label(), List.of()));
                }
            }
        });
        elements.forEach((id, drawn) -> {
            if (!later.elements.containsKey(id)) {
                changes.add(new ModelChange(Change.REMOVED, drawn.kind(), id, drawn.label(), List.of()));
            }
        });
        changes.sort(Comparator.comparing(DrawnElements::onlyStandsElsewhere));
        return changes;
    }

    /** Tells what makes no difference to what runs. A rule in another row does. */
    private static boolean onlyStandsElsewhere(ModelChange change) {
        return change.change() == Change.MOVED && change.facts().isEmpty();
    }

    /**
     * Returns the rules that stand in another row among those that both versions have: all but the longest run that
     * kept its order. A rule above another one decides before it.
     */
    private Map<String, Fact> otherRows(DrawnElements later) {
        List<String> kept = later.rules.stream().filter(rules::contains).toList();
        List<List<String>> runs = new ArrayList<>();
        for (int row = 0; row < kept.size(); row++) {
            String rule = kept.get(row);
            List<String> run = new ArrayList<>(longest(runs.stream()
                    .filter(before -> rules.indexOf(before.get(before.size() - 1)) < rules.indexOf(rule))));
            run.add(rule);
            runs.add(run);
        }
        List<String> inOrder = longest(runs.stream());
        return kept.stream()
                .filter(rule -> !inOrder.contains(rule))
                .collect(Collectors.toMap(
                        rule -> rule,
                        rule -> new Fact(
                                "row",
                                String.valueOf(rules.indexOf(rule) + 1),
                                String.valueOf(later.rules.indexOf(rule) + 1))));
    }

    /** Of equally long runs it is the last: of two rules that changed places, the one that is above now has moved. */
    private static List<String> longest(Stream<List<String>> runs) {
        return runs.reduce(List.of(), (one, other) -> other.size() >= one.size() ? other : one);
    }

    private static List<Fact> facts(Drawn before, Drawn after) {
        Set<String> names = new TreeSet<>(before.facts().keySet());
        names.addAll(after.facts().keySet());
        return names.stream()
                .filter(name ->
                        !Objects.equals(before.facts().get(name), after.facts().get(name)))
                .map(name ->
                        new Fact(name, before.facts().get(name), after.facts().get(name)))
                .toList();
    }

    private void collect(Element container) {
        children(container).forEach(child -> {
            String tag = child.getLocalName();
            if (child.hasAttribute("bpmnElement") || child.hasAttribute("dmnElementRef")) {
                return;
            }
            if (tag.startsWith("BPMNDiagram") || tag.startsWith("DMNDI")) {
                place(child);
            } else if (child.hasAttribute("id") && !PASSED_OVER.contains(tag)) {
                if (tag.equals("input") || tag.equals("output")) {
                    columns.add(child.getAttribute(child.hasAttribute(LABEL) ? LABEL : "id"));
                }
                if (tag.equals("rule")) {
                    rules.add(child.getAttribute("id"));
                }
                elements.put(child.getAttribute("id"), new Drawn(words(tag), said(child)));
            }
            if (tag.equals("decisionTable")) {
                columns.clear();
            }
            if (CONTAINERS.contains(tag)) {
                collect(child);
            }
        });
    }

    private Map<String, String> said(Element element) {
        Map<String, String> facts = new LinkedHashMap<>();
        say(element, "", facts);
        if (element.hasAttribute("name")) {
            facts.put(LABEL, element.getAttribute("name"));
        }
        return facts;
    }

    private void say(Element element, String path, Map<String, String> facts) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName();
            if (!name.equals("id")
                    && !(path.isEmpty() && name.equals("name"))
                    && !"xmlns".equals(attribute.getPrefix())) {
                facts.put(path + name, attribute.getValue());
            }
        }
        int cell = 0;
        for (Element child : children(element).toList()) {
            String tag = child.getLocalName();
            if (tag.equals("decisionTable")) {
                facts.put("hitPolicy", child.hasAttribute("hitPolicy") ? child.getAttribute("hitPolicy") : "UNIQUE");
            }
            if (PASSED_OVER.contains(tag) || CONTAINERS.contains(element.getLocalName()) && child.hasAttribute("id")) {
                continue;
            }
            String name = tag.endsWith("Entry") && cell < columns.size()
                    ? columns.get(cell++)
                    : child.hasAttribute("name") ? tag + " " + child.getAttribute("name") : tag;
            boolean isCellsText = tag.equals("text") && element.getLocalName().endsWith("Entry");
            String inside = name.equals("extensionElements") || isCellsText ? path : path + name + " ";
            if (children(child).findAny().isEmpty() && !child.getTextContent().isBlank()) {
                facts.merge(
                        inside.strip(),
                        child.getTextContent().strip().replaceAll("\\s+", " "),
                        (one, other) -> one + "; " + other);
            }
            say(child, inside, facts);
        }
    }

    private void place(Element diagram) {
        children(diagram).forEach(shape -> {
            String id = shape.getAttribute(shape.hasAttribute("bpmnElement") ? "bpmnElement" : "dmnElementRef");
            if (!id.isEmpty()) {
                StringBuilder place = new StringBuilder();
                points(shape, place);
                places.put(id, place.toString());
            }
            place(shape);
        });
    }

    private static void points(Element shape, StringBuilder place) {
        children(shape)
                .filter(point -> Set.of("Bounds", "waypoint").contains(point.getLocalName()))
                .forEach(point -> Stream.of("x", "y", "width", "height")
                        .forEach(side -> place.append(point.getAttribute(side)).append(' ')));
    }

    private static Stream<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                children.add((Element) nodes.item(i));
            }
        }
        return children.stream();
    }

    private static String words(String tag) {
        return tag.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).strip();
    }
}
