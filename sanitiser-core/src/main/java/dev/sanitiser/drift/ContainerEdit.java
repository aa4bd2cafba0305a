package dev.sanitiser.drift;

import dev.sanitiser.drift.JsonSpan.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Removes elements from an array or an object and adds members at its end, in the style of those that are there. Only
 * lines change that hold what is removed, or the element before what is added or removed at the end.
 */
final class ContainerEdit {

    private final String text;
    private final JsonStyle style;
    private final JsonSpan container;
    private final Set<Element> removed = new HashSet<>();
    private final Map<String, String> added = new LinkedHashMap<>();

    ContainerEdit(String text, JsonStyle style, JsonSpan container) {
        this.text = text;
        this.style = style;
        this.container = container;
    }

    void remove(Element element) {
        removed.add(element);
    }

    /** @param value JSON */
    void add(String name, String value) {
        added.put(name, value);
    }

    List<Element> survivors() {
        return container.elements().stream().filter(e -> !removed.contains(e)).toList();
    }

    boolean adds() {
        return !added.isEmpty();
    }

    List<TextEdit> edits() {
        if (removed.isEmpty() && added.isEmpty()) {
            return List.of();
        }
        List<Element> survivors = survivors();
        if (survivors.isEmpty()) {
            return List.of(new TextEdit(container.start() + 1, container.end() - 1, content()));
        }
        List<TextEdit> edits = new ArrayList<>();
        Element last = survivors.get(survivors.size() - 1);
        String separator = separator(container.elements().indexOf(last));
        added.forEach((name, value) -> edits.add(TextEdit.insert(last.end(), separator + member(name, value))));
        removals(edits);
        return edits;
    }

    /** Where nothing is left of what was there. */
    private String content() {
        List<Element> before = container.elements();
        String members = added.keySet().stream()
                .map(this::memberAlone)
                .collect(Collectors.joining(separator(before.size() - 1)));
        if (before.isEmpty() || added.isEmpty()) {
            String padding = added.isEmpty() ? "" : style.padding();
            return padding + members + padding;
        }
        String opening = text.substring(container.start() + 1, before.get(0).start());
        String closing = text.substring(before.get(before.size() - 1).end(), container.end() - 1);
        return opening + members + closing;
    }

    private String memberAlone(String name) {
        return style.member(name, added.getOrDefault(name, ""));
    }

    /** What stands before the element at this index, or would. */
    private String separator(int index) {
        List<Element> elements = container.elements();
        if (elements.size() > 1) {
            int next = Math.max(1, index);
            return JsonStyle.gap(text, elements.get(next - 1), elements.get(next));
        }
        return elements.isEmpty() || !startsItsLine(elements.get(0))
                ? style.comma()
                : "," + lineBreakBefore(elements.get(0));
    }

    private String lineBreakBefore(Element element) {
        String opening = text.substring(container.start() + 1, element.start());
        int lineFeed = opening.lastIndexOf('\n');
        return opening.substring(lineFeed > 0 && opening.charAt(lineFeed - 1) == '\r' ? lineFeed - 1 : lineFeed);
    }

    private String member(String name, String value) {
        return alignment().stream()
                .mapToObj(width -> JsonText.quoted(name) + ":"
                        + " ".repeat(Math.max(1, width - JsonText.quoted(name).length() - 1)) + value)
                .findFirst()
                .orElseGet(() -> style.member(name, value));
    }

    /** How far from their names the values begin where they stand below each other although the names differ. */
    private OptionalInt alignment() {
        List<Element> members = container.elements();
        Set<Integer> widths =
                members.stream().map(e -> e.value().start() - e.start()).collect(Collectors.toSet());
        Set<Integer> names =
                members.stream().map(e -> e.name().orElse("").length()).collect(Collectors.toSet());
        boolean aligned =
                widths.size() == 1 && names.size() > 1 && members.stream().allMatch(this::startsItsLine);
        return aligned ? OptionalInt.of(widths.iterator().next()) : OptionalInt.empty();
    }

    private void removals(List<TextEdit> edits) {
        List<Element> elements = container.elements();
        int from = 0;
        while (from < elements.size()) {
            int to = from;
            while (to < elements.size() && removed.contains(elements.get(to))) {
                to++;
            }
            if (to > from) {
                edits.add(removal(from, to));
            }
            from = to + 1;
        }
    }

    /** Takes out neighbours with one comma, and with their lines where these hold nothing else. */
    private TextEdit removal(int from, int to) {
        List<Element> elements = container.elements();
        Element first = elements.get(from);
        int end = elements.get(to - 1).end();
        int comma = from == 0 ? -1 : text.lastIndexOf(',', first.start());
        if (comma > 0 && isFirstOnItsLine(comma)) {
            return removalWithLeadingComma(comma, from, to);
        }
        if (to == elements.size()) {
            return new TextEdit(elements.get(from - 1).end(), end, "");
        }
        Element next = elements.get(to);
        String gap = text.substring(end, next.start());
        if (JsonStyle.isOneLine(gap) || startsItsLine(first)) {
            return new TextEdit(first.start(), next.start(), "");
        }
        if (from > 0) {
            return new TextEdit(elements.get(from - 1).end(), end, "");
        }
        int restOfLine = end + gap.indexOf(gap.contains("\r") ? '\r' : '\n');
        boolean commaIsOnThisLine = gap.indexOf(',') < restOfLine - end;
        return new TextEdit(first.start(), commaIsOnThisLine ? restOfLine : next.start(), "");
    }

    private TextEdit removalWithLeadingComma(int comma, int from, int to) {
        List<Element> elements = container.elements();
        int end = elements.get(to - 1).end();
        if (to < elements.size()) {
            return new TextEdit(comma, text.indexOf(',', end), "");
        }
        int lineFeed = text.indexOf('\n', end);
        boolean restIsBlank = lineFeed >= 0 && text.substring(end, lineFeed).isBlank();
        return restIsBlank
                ? new TextEdit(text.lastIndexOf('\n', comma) + 1, lineFeed + 1, "")
                : new TextEdit(elements.get(from - 1).end(), end, "");
    }

    boolean startsItsLine(Element element) {
        return isFirstOnItsLine(element.start());
    }

    private boolean isFirstOnItsLine(int offset) {
        int i = offset - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }
}
