package dev.sanitiser.drift;

import dev.sanitiser.allowlist.Location;
import dev.sanitiser.drift.JsonSpan.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes the columns of one table's entry. The short form becomes the long one only where a column must be faked. */
final class EntryEdit {

    private static final String AUTOMATIC = "\"auto\"";

    private final String text;
    private final JsonStyle style;
    private final JsonSpan entry;
    private final Map<JsonSpan, ContainerEdit> containers = new LinkedHashMap<>();
    private final List<String> faked = new ArrayList<>();

    EntryEdit(String text, JsonStyle style, JsonSpan entry) {
        this.text = text;
        this.style = style;
        this.entry = entry;
    }

    void fake(String column) {
        faked.add(column);
    }

    /** @return whether an item or a member stands there */
    boolean remove(Location location) {
        List<JsonSpan> lists = isShort()
                ? List.of(entry)
                : entry.elements().stream().map(Element::value).toList();
        for (JsonSpan list : lists) {
            Optional<Element> found = list.element(location);
            if (found.isPresent()) {
                edit(list).remove(found.get());
                return true;
            }
        }
        return false;
    }

    List<TextEdit> edits() {
        List<TextEdit> edits = new ArrayList<>();
        if (!faked.isEmpty()) {
            addFaked(edits);
        }
        containers.values().forEach(c -> edits.addAll(c.edits()));
        return edits;
    }

    private void addFaked(List<TextEdit> edits) {
        Optional<Element> fake = entry.element("fake");
        if (isShort()) {
            edits.add(TextEdit.insert(entry.start(), "{" + style.padding() + style.member("keep", "")));
            edits.add(TextEdit.insert(
                    entry.end(), style.comma() + style.member("fake", objectLike(entry)) + style.padding() + "}"));
        } else if (fake.isPresent()) {
            faked.forEach(c -> edit(fake.get().value()).add(c, AUTOMATIC));
        } else {
            JsonSpan model = entry.element("keep").map(Element::value).orElse(new JsonSpan(0, 0, List.of()));
            edit(entry).add("fake", objectLike(model));
        }
    }

    /** One member a line where the list beside it has one column a line. */
    private String objectLike(JsonSpan list) {
        List<String> members =
                faked.stream().map(c -> style.member(c, AUTOMATIC)).toList();
        List<Element> columns = list.elements();
        if (columns.isEmpty() || !edit(list).startsItsLine(columns.get(0))) {
            return style.object(members);
        }
        String opening = text.substring(list.start() + 1, columns.get(0).start());
        String closing = text.substring(columns.get(columns.size() - 1).end(), list.end() - 1);
        return "{" + opening + members.stream().collect(Collectors.joining("," + opening)) + closing + "}";
    }

    private boolean isShort() {
        return text.charAt(entry.start()) == '[';
    }

    private ContainerEdit edit(JsonSpan container) {
        return containers.computeIfAbsent(container, c -> new ContainerEdit(text, style, c));
    }
}
