package dev.sanitiser.review;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a page by a parser that forgives nothing. */
record PageReader(Document document) {

    static PageReader of(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new PageReader(factory.newDocumentBuilder().parse(new InputSource(new StringReader(page))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError("The page is not well formed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The elements of a name, in document order. */
    List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The texts of the elements of a name that meet a condition. */
    List<String> texts(String name, Predicate<Element> condition) {
        return elements(name).stream()
                .filter(condition)
                .map(e -> e.getTextContent().strip())
                .toList();
    }

    List<String> texts(String name) {
        return texts(name, e -> true);
    }
}
