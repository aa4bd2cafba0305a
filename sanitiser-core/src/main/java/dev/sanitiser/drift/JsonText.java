package dev.sanitiser.drift;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes parts of an allow list, on one line. */
final class JsonText {

    private JsonText() {}

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    static String list(Collection<String> texts) {
        return texts.stream().map(JsonText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    static String member(String name, String value) {
        return quoted(name) + ": " + value;
    }

    /** Members without braces, each {@code "auto"}. */
    static String automatic(List<String> columns) {
        return columns.stream().map(c -> member(c, "\"auto\"")).collect(Collectors.joining(", "));
    }

    static String fake(List<String> columns) {
        return "\"fake\": {" + automatic(columns) + "}";
    }
}
