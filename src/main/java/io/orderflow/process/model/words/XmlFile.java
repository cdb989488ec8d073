package io.orderflow.process.model.words;

import io.orderflow.process.model.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The reader of a model's XML. It reads like the engine, but only the file itself: no document type, entity or other
 * file.
 */
final class XmlFile {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    private XmlFile() {}

    /**
     * Returns all elements, in their order in the file.
     *
     * @throws SAXException if the file is not XML, declares a document type or is nested too deeply
     */
    static Stream<XmlElement> elements(ModelFile file, Map<String, String> prefixes) throws SAXException {
        NodeList all = read(file).getElementsByTagNameNS("*", "*");
        return IntStream.range(0, all.getLength())
                .mapToObj(index -> new XmlElement((Element) all.item(index), prefixes));
    }

    private static Document read(ModelFile file) throws SAXException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            // This handler throws fatal errors; the default one prints them too.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(file.content()));
        } catch (IOException e) {
            throw new SAXException(e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        factory.setAttribute(DEPTH, "100");
        return factory;
    }
}
