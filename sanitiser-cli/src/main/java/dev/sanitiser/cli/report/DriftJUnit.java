package dev.sanitiser.cli.report;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.drift.Drift;
import dev.sanitiser.drift.Finding;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Drift as the result of tests: a test case for each listed table and each other table that has findings, and one for
 * the list as a whole. One that has errors has failed; notices are its output.
 */
final class DriftJUnit {

    private static final String SUITE = "sanitiser check";
    private static final String WHOLE_LIST = "the list itself";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private DriftJUnit() throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String of(Drift drift) {
        try {
            return new DriftJUnit().write(drift);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes whatever is written", e);
        }
    }

    private static Map<String, List<Finding>> cases(Drift drift) {
        Map<String, List<Finding>> cases = new LinkedHashMap<>();
        cases.put(WHOLE_LIST, List.of());
        drift.tables().forEach(t -> cases.put(t.toString(), List.of()));
        cases.putAll(drift.findings().stream()
                .collect(Collectors.groupingBy(
                        f -> f.table().map(QualifiedName::toString).orElse(WHOLE_LIST))));
        return cases;
    }

    private String write(Drift drift) throws XMLStreamException {
        Map<String, List<Finding>> cases = cases(drift);
        long failures = cases.values().stream()
                .filter(c -> c.stream().anyMatch(Finding::isError))
                .count();
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuite");
        attribute("name", SUITE);
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", Long.toString(failures));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute("time", "0");
        for (Map.Entry<String, List<Finding>> one : cases.entrySet()) {
            testCase(drift.source(), one.getKey(), one.getValue());
        }
        line(0);
        xml.writeEndElement();
        line(0);
        xml.writeEndDocument();
        return text.toString();
    }

    private void testCase(String source, String name, List<Finding> findings) throws XMLStreamException {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        List<Finding> notices = findings.stream().filter(f -> !f.isError()).toList();
        line(1);
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", source);
        attribute("file", source);
        attribute("time", "0");
        if (!errors.isEmpty()) {
            line(2);
            xml.writeStartElement("failure");
            attribute("message", FindingGroup.of(errors).get(0).message());
            attribute("type", errors.get(0).kind().id());
            xml.writeCharacters(valid(lines(source, errors)));
            xml.writeEndElement();
        }
        if (!notices.isEmpty()) {
            line(2);
            xml.writeStartElement("system-out");
            xml.writeCharacters(valid(lines(source, notices)));
            xml.writeEndElement();
        }
        line(1);
        xml.writeEndElement();
    }

    private static String lines(String source, List<Finding> findings) {
        return FindingGroup.of(findings).stream()
                .map(g -> Printable.of(source) + g.location().map(l -> ":" + l).orElse("") + ": " + g.message()
                        + g.remedy()
                                .map(r -> "\n  " + Printable.of(r.toString()))
                                .orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, valid(Printable.of(value)));
    }

    /** XML 1.0 has no place for some characters, not even as references. */
    private static String valid(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
