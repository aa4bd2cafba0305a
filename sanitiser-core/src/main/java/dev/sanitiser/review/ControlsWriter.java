package dev.sanitiser.review;

import java.util.List;

/** Writes the search box and the filters, which only show where the script runs. */
final class ControlsWriter {

    private final Markup markup;

    ControlsWriter(Markup markup) {
        this.markup = markup;
    }

    void write(Review review, List<String> schemas) {
        markup.start("div", "class", "controls scripted", "role", "search").line();
        writeSearch();
        writeSchemas(schemas);
        writeTreatments(review);
        writeButtons();
        markup.end().line();
        markup.element("p", "", "id", "shown", "class", "scripted", "role", "status")
                .line();
    }

    private void writeSearch() {
        markup.start("label", "class", "field search", "for", "search")
                .element("span", "Search")
                .empty(
                        "input",
                        "id",
                        "search",
                        "type",
                        "search",
                        "placeholder",
                        "table, column, type or reason",
                        "autocomplete",
                        "off",
                        "spellcheck",
                        "false")
                .end()
                .line();
    }

    private void writeSchemas(List<String> schemas) {
        markup.start("label", "class", "field", "for", "schema").element("span", "Schema");
        markup.start("select", "id", "schema").element("option", "All schemas", "value", "");
        for (int i = 0; i < schemas.size(); i++) {
            markup.element("option", schemas.get(i), "value", Integer.toString(i), "dir", "auto");
        }
        markup.end().end().line();
    }

    private void writeTreatments(Review review) {
        markup.start("fieldset").element("legend", "Show only").line();
        Tally tally = Tally.of(review.tables());
        tally.present().forEach(t -> writeChip(t.key(), t.word(), tally.of(t)));
        long withoutRows = review.tables().stream().filter(t -> !t.hasRows()).count();
        if (withoutRows > 0) {
            writeChip("no-rows", "Tables without rows", withoutRows);
        }
        if (review.concerns() > 0) {
            writeChip("concerned", "Looks personal", review.concerns());
        }
        markup.end().line();
    }

    private void writeChip(String key, String word, long number) {
        markup.start("label", "class", "chip " + key)
                .empty("input", "type", "checkbox", "value", key)
                .element("span", word, "class", "badge")
                .element("span", Amounts.count(number), "class", "count")
                .end()
                .line();
    }

    private void writeButtons() {
        markup.start("div", "class", "buttons");
        markup.element("button", "Expand all", "type", "button", "id", "expand")
                .element("button", "Collapse all", "type", "button", "id", "collapse")
                .element("button", "Clear filters", "type", "button", "id", "clear", "hidden", "hidden");
        markup.end().line();
    }
}
