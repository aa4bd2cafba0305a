package dev.sanitiser.review;

import java.util.List;

/** Writes a list of any length: what is beyond the first few can be folded away. */
final class ListWriter {

    private static final int FIRST = 12;

    private final Markup markup;

    ListWriter(Markup markup) {
        this.markup = markup;
    }

    /** Nothing for an empty list. */
    void write(List<String> items) {
        writeItems(items.subList(0, Math.min(FIRST, items.size())));
        if (items.size() > FIRST) {
            List<String> rest = items.subList(FIRST, items.size());
            markup.start("details", "class", "more", "open", "open");
            markup.element("summary", Amounts.count(rest.size()) + " more").line();
            writeItems(rest);
            markup.end().line();
        }
    }

    private void writeItems(List<String> items) {
        if (!items.isEmpty()) {
            markup.start("ul").line();
            items.forEach(item -> markup.start("li").data(item).end().line());
            markup.end().line();
        }
    }
}
