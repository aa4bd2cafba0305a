package dev.sanitiser.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes HTML that is well-formed XML too, by the JDK's own XML writer: it escapes every text and attribute and closes
 * what was opened. Nothing else can be written, but for the {@link Asset}s of this package. Names of elements and
 * attributes are constants of this package's classes; all else is data.
 */
final class Markup {

    /** Not one that a library on the class path brings: all write the same page. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    /** @param out gets the page; not closed */
    Markup(Writer out) {
        try {
            xml = FACTORY.createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    Markup doctype() {
        return write(() -> xml.writeDTD("<!DOCTYPE html>\n"));
    }

    /**
     * Opens an element that {@link #end()} closes.
     *
     * @param attributes names and values in turn
     */
    Markup start(String element, String... attributes) {
        return write(() -> {
            xml.writeStartElement(element);
            writeAttributes(attributes);
        });
    }

    Markup end() {
        return write(xml::writeEndElement);
    }

    /** An element that never has contents, such as {@code meta} or {@code rect}. */
    Markup empty(String element, String... attributes) {
        return write(() -> {
            xml.writeEmptyElement(element);
            writeAttributes(attributes);
        });
    }

    /** Text within the open element. */
    Markup text(String text) {
        return write(() -> xml.writeCharacters(VisibleText.of(text)));
    }

    /** An element with nothing but text. */
    Markup element(String element, String text, String... attributes) {
        return start(element, attributes).text(text).end();
    }

    /** A name or a text of the database or the allow list: its direction ends where it ends. */
    Markup data(String text) {
        return element("bdi", text);
    }

    /** A line break, for whoever reads the source. */
    Markup line() {
        return write(() -> xml.writeCharacters("\n"));
    }

    /** A style sheet or script; hidden from XML readers by a comment and a CDATA section. */
    Markup asset(Asset asset) {
        return write(() -> {
            xml.writeStartElement(asset.element());
            xml.writeCharacters(Asset.BEFORE);
            xml.writeCData(asset.guarded());
            xml.writeCharacters(Asset.AFTER);
            xml.writeEndElement();
        });
    }

    void finish() {
        write(() -> {
            xml.writeEndDocument();
            xml.flush();
        });
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], VisibleText.of(attributes[i + 1]));
        }
    }

    private Markup write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** The JDK's writer wraps what the underlying writer throws. */
    private static RuntimeException failure(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io
                ? new UncheckedIOException(io)
                : new IllegalStateException(e);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }
}
