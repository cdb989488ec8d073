package io.orderflow.mutations;

import io.orderflow.process.model.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A diagram that can be changed, with what stays in order by itself when Camunda Modeler changes it. */
final class Drawing {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateThrowEvent",
            "intermediateCatchEvent",
            "boundaryEvent",
            "serviceTask",
            "userTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway");

    private final String name;
    private final Document document;

    Drawing(ModelFile file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        this.name = file.name();
        this.document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file.content()));
    }

    ModelFile file() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
        return new ModelFile(name, bytes.toByteArray());
    }

    /** Returns all elements of BPMN with this name, in the order of the file. */
    List<Element> all(String type) {
        return elements(document.getElementsByTagNameNS(BPMN, type));
    }

    List<Element> nodes() {
        return elements(document.getElementsByTagNameNS(BPMN, "*")).stream()
                .filter(element -> NODES.contains(element.getLocalName()))
                .toList();
    }

    /** Returns all elements of Camunda's own with this name. */
    List<Element> extensions(String type) {
        return elements(document.getElementsByTagNameNS(CAMUNDA, type));
    }

    Element byId(String id) {
        return everything()
                .filter(element -> id.equals(element.getAttribute("id")))
                .findFirst()
                .orElseThrow();
    }

    Stream<Element> everything() {
        return elements(document.getElementsByTagNameNS("*", "*")).stream();
    }

    List<Element> incoming(Element node) {
        return all("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("targetRef").equals(node.getAttribute("id")))
                .toList();
    }

    List<Element> outgoing(Element node) {
        return all("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")))
                .toList();
    }

    /** Returns the id of the node where something happens next: joins of several ways and links only lead there. */
    String behind(Element node) {
        boolean join =
                node.getLocalName().equals("exclusiveGateway") && outgoing(node).size() == 1;
        if (join || node.getLocalName().equals("intermediateCatchEvent") && isLink(node)) {
            return behind(byId(outgoing(node).get(0).getAttribute("targetRef")));
        }
        return isLink(node) ? behind(caught(node)) : node.getAttribute("id");
    }

    private Element caught(Element thrown) {
        return all("intermediateCatchEvent").stream()
                .filter(node -> isLink(node) && linkOf(node).equals(linkOf(thrown)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLink(Element node) {
        return !inside(node, "linkEventDefinition").isEmpty();
    }

    private static String linkOf(Element node) {
        return inside(node, "linkEventDefinition").get(0).getAttribute("name");
    }

    /** Leads a flow to another node, whose list of incoming flows follows. */
    void redirect(Element flow, String target) {
        String id = flow.getAttribute("id");
        references(byId(flow.getAttribute("targetRef")), "incoming", id).forEach(Drawing::cut);
        flow.setAttribute("targetRef", target);
        Element node = byId(target);
        Element incoming = document.createElementNS(BPMN, "bpmn:incoming");
        incoming.setTextContent(id);
        node.insertBefore(incoming, placeOfIncoming(node));
    }

    /** Takes an element away, with what hangs on it: flows, boundary events, associations and their drawing. */
    void remove(Element element) {
        String id = element.getAttribute("id");
        List<Element> hanging = everything()
                .filter(other -> !id.isEmpty() && other.getParentNode() != null)
                .filter(other -> Stream.of("sourceRef", "targetRef", "attachedToRef", "bpmnElement")
                        .anyMatch(attribute -> other.getAttribute(attribute).equals(id)))
                .toList();
        List<Element> inside = elements(element.getElementsByTagNameNS(BPMN, "*")).stream()
                .filter(inner -> inner.hasAttribute("id"))
                .toList();
        everything()
                .filter(other -> id.equals(other.getAttribute("default")))
                .forEach(other -> other.removeAttribute("default"));
        everything()
                .filter(other -> Set.of("incoming", "outgoing").contains(other.getLocalName()))
                .filter(other -> other.getTextContent().equals(id))
                .toList()
                .forEach(Drawing::cut);
        cut(element);
        inside.forEach(inner -> drawn(inner).forEach(Drawing::cut));
        hanging.stream().filter(other -> other.getParentNode() != null).forEach(this::remove);
    }

    /** Gives an element another type and leaves the rest of it. */
    void retype(Element element, String type) {
        document.renameNode(element, BPMN, "bpmn:" + type);
    }

    /** Returns how people find an element: its label, else where it stands between others. */
    String label(Element element) {
        boolean named = BPMN.equals(element.getNamespaceURI())
                && !element.getLocalName().equals("sequenceFlow")
                && !element.getAttribute("name").isBlank();
        if (named) {
            return "\"%s\"".formatted(element.getAttribute("name"));
        }
        return switch (element.getLocalName()) {
            case "sequenceFlow" ->
                "flow%s from %s to %s"
                        .formatted(
                                element.getAttribute("name").isBlank()
                                        ? ""
                                        : " \"" + element.getAttribute("name") + "\"",
                                label(byId(element.getAttribute("sourceRef"))),
                                label(byId(element.getAttribute("targetRef"))));
            case "association" ->
                "association from %s to %s"
                        .formatted(
                                label(byId(element.getAttribute("sourceRef"))),
                                label(byId(element.getAttribute("targetRef"))));
            case "exclusiveGateway" ->
                "unnamed gateway before "
                        + outgoing(element).stream()
                                .findFirst()
                                .map(flow -> label(byId(flow.getAttribute("targetRef"))))
                                .orElse("nothing");
            default ->
                Optional.ofNullable(element.getParentNode())
                        .filter(Element.class::isInstance)
                        .map(Element.class::cast)
                        .map(this::label)
                        .orElse(name);
        };
    }

    static List<Element> inside(Element element, String type) {
        return elements(element.getElementsByTagNameNS("*", type));
    }

    static void cut(Element element) {
        element.getParentNode().removeChild(element);
    }

    private List<Element> drawn(Element element) {
        return everything()
                .filter(other -> other.getAttribute("bpmnElement").equals(element.getAttribute("id")))
                .toList();
    }

    private static List<Element> references(Element node, String type, String id) {
        return inside(node, type).stream()
                .filter(reference -> reference.getParentNode() == node
                        && reference.getTextContent().equals(id))
                .toList();
    }

    private static Element placeOfIncoming(Element node) {
        return children(node).stream()
                .filter(child -> !Set.of("documentation", "extensionElements", "incoming")
                        .contains(child.getLocalName()))
                .findFirst()
                .orElse(null);
    }

    private static List<Element> children(Element element) {
        return elements(element.getChildNodes());
    }

    private static List<Element> elements(NodeList list) {
        return new ArrayList<>(IntStream.range(0, list.getLength())
                .mapToObj(list::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList());
    }
}
