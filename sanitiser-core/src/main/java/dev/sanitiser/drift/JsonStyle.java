package dev.sanitiser.drift;

import dev.sanitiser.drift.JsonSpan.Element;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How somebody formats JSON, told from what they wrote.
 *
 * @param colon with the blanks around it
 * @param comma with the blanks around it, on one line
 * @param padding between the braces of an object on one line and its members
 */
record JsonStyle(String colon, String comma, String padding) {

    static JsonStyle of(String text, JsonSpan root) {
        List<JsonSpan> containers = containers(root).toList();
        return new JsonStyle(
                containers.stream()
                        .flatMap(c -> c.elements().stream())
                        .flatMap(e -> colon(text, e).stream())
                        .min(Comparator.comparingInt(String::length))
                        .orElse(": "),
                containers.stream()
                        .filter(c -> c.elements().size() > 1)
                        .map(c -> gap(text, c.elements().get(0), c.elements().get(1)))
                        .filter(g -> isOneLine(g))
                        .findFirst()
                        .orElse(", "),
                containers.stream()
                        .filter(c ->
                                text.charAt(c.start()) == '{' && !c.elements().isEmpty())
                        .map(c -> text.substring(
                                c.start() + 1, c.elements().get(0).start()))
                        .filter(JsonStyle::isOneLine)
                        .findFirst()
                        .orElse(""));
    }

    /** The innermost first, because the list itself is seldom on one line. */
    private static Stream<JsonSpan> containers(JsonSpan span) {
        Stream<JsonSpan> inner = span.elements().stream().flatMap(e -> containers(e.value()));
        return Stream.concat(inner, Stream.of(span).filter(s -> !s.elements().isEmpty()));
    }

    static String gap(String text, Element one, Element next) {
        return text.substring(one.end(), next.start());
    }

    static boolean isOneLine(String gap) {
        return gap.indexOf('\n') < 0 && gap.indexOf('\r') < 0;
    }

    /** What stands between the name of a member and its value. */
    static Optional<String> colon(String text, Element element) {
        if (element.name().isEmpty()) {
            return Optional.empty();
        }
        String between = text.substring(element.start(), element.value().start());
        return Optional.of(between.substring(between.lastIndexOf('"') + 1));
    }

    String member(String name, String value) {
        return JsonText.quoted(name) + colon + value;
    }

    /** An object on one line. */
    String object(List<String> members) {
        return "{" + padding + String.join(comma, members) + padding + "}";
    }
}
