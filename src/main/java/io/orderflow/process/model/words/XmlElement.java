package io.orderflow.process.model.words;

import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * An element of a model, with names that do not depend on the prefixes of its file.
 *
 * @param node the element
 * @param prefixes our prefixes by namespace; the empty one for the language of the model itself
 */
record XmlElement(Element node, Map<String, String> prefixes) {

    private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";
    private static final Set<String> CONTAINERS =
            Set.of("definitions", "process", "subProcess", "collaboration", "laneSet", "decision", "decisionTable");

    /** An attribute, with its name such as {@code camunda:dueDate}. */
    record Attribute(String word, String value) {}

    /**
     * Returns its name, such as {@code userTask} or {@code camunda:field}; the namespace replaces an unknown prefix.
     */
    String word() {
        return word(node);
    }

    Stream<Attribute> attributes() {
        NamedNodeMap all = node.getAttributes();
        return IntStream.range(0, all.getLength())
                .mapToObj(index -> (Attr) all.item(index))
                .filter(attribute -> !DECLARATIONS.equals(attribute.getNamespaceURI()))
                .map(attribute -> new Attribute(word(attribute), attribute.getValue()));
    }

    boolean says(String attribute, String value) {
        return attribute(attribute).filter(value::equals).isPresent();
    }

    /** Returns the value of an attribute. */
    Optional<String> attribute(String word) {
        return attributes()
                .filter(found -> found.word().equals(word))
                .map(Attribute::value)
                .findFirst();
    }

    /** Returns the root element of its file. */
    XmlElement root() {
        return new XmlElement(node.getOwnerDocument().getDocumentElement(), prefixes);
    }

    /**
     * Returns the text of the element itself, as the engine reads it: without comments and without the text of its
     * children.
     */
    String text() {
        StringBuilder text = new StringBuilder();
        children()
                .filter(child ->
                        child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE)
                .forEach(child -> text.append(child.getNodeValue()));
        return text.toString().trim();
    }

    Stream<XmlElement> elements() {
        return children().filter(Element.class::isInstance).map(child -> new XmlElement((Element) child, prefixes));
    }

    Optional<XmlElement> parent() {
        return Optional.of(node.getParentNode())
                .filter(Element.class::isInstance)
                .map(parent -> new XmlElement((Element) parent, prefixes));
    }

    /** Returns the element that people know: the step, event or row that this element is part of. */
    XmlElement place() {
        return parent().filter(parent -> !node.hasAttribute("id") || !CONTAINERS.contains(parent.word()))
                .map(XmlElement::place)
                .orElse(this);
    }

    ModelFinding finding(ModelFile file, ElementRule.Objection objection) {
        Element place = place().node();
        String label = place.getAttribute(place.hasAttribute("name") ? "name" : "label");
        return new ModelFinding(
                file.name(),
                place.getAttribute("id"),
                label,
                ModelFinding.Severity.REFUSED,
                objection.rule(),
                objection.message(),
                objection.remedy());
    }

    private Stream<Node> children() {
        NodeList children = node.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item);
    }

    private String word(Node named) {
        String namespace = named.getNamespaceURI();
        if (namespace == null) {
            return named == node ? "{}" + named.getLocalName() : named.getLocalName();
        }
        String prefix = prefixes.getOrDefault(namespace, "{" + namespace + "}");
        String separator = prefix.isEmpty() || prefix.endsWith("}") ? "" : ":";
        return prefix + separator + named.getLocalName();
    }
}
