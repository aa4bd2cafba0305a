package dev.sanitiser.review;

import java.util.ArrayList;
import java.util.List;

/** Writes the tables, all open: the script closes them where there are many. */
final class TablesWriter {

    private final Markup markup;
    private final BarWriter bars;

    TablesWriter(Markup markup, BarWriter bars) {
        this.markup = markup;
        this.bars = bars;
    }

    void write(Review review) {
        List<String> schemas = new ArrayList<>(review.schemas().keySet());
        markup.start("section", "class", "tables", "aria-labelledby", "tables").line();
        markup.element("h2", "Tables", "id", "tables", "tabindex", "-1").line();
        new ControlsWriter(markup).write(review, schemas);
        markup.start("div", "class", "list").line();
        int number = 0;
        for (ReviewTable table : review.tables()) {
            number++;
            write(table, number, schemas.indexOf(table.name().schema()), review.valueHeading());
        }
        markup.end().line().end().line();
    }

    private void write(ReviewTable table, int number, int schema, String valueHeading) {
        markup.start(
                        "details",
                        "class",
                        "table",
                        "id",
                        "table-" + number,
                        "data-schema",
                        Integer.toString(schema),
                        "open",
                        "open")
                .line();
        writeSummary(table);
        markup.start("p", "class", "account").data(table.account()).end().line();
        if (table.hasRows()) {
            writeColumns(table, valueHeading);
        }
        markup.end().line();
    }

    private void writeSummary(ReviewTable table) {
        markup.start("summary").start("h3").start("bdi");
        markup.element("span", table.name().schema() + ".", "class", "schema")
                .text(table.name().name());
        markup.end().end();
        if (table.concerns() > 0) {
            markup.element(
                    "span",
                    Amounts.count(table.concerns()) + (table.concerns() == 1 ? " looks personal" : " look personal"),
                    "class",
                    "concern");
        }
        markup.start("span", "class", "mix");
        if (table.hasRows()) {
            Tally tally = Tally.of(List.of(table));
            bars.write(tally);
            markup.element("span", tally.words(), "class", "words");
        }
        markup.end();
        markup.element("span", table.extent().map(ReviewTable.Extent::rows).orElse("no rows"), "class", "rows");
        markup.element("span", table.extent().map(ReviewTable.Extent::size).orElse(""), "class", "size");
        markup.end().line();
    }

    private void writeColumns(ReviewTable table, String valueHeading) {
        markup.start("table").start("thead").start("tr");
        writeColumnHeading(table);
        for (String heading : List.of("Type", "In the copy", valueHeading, "Because")) {
            markup.element("th", heading, "scope", "col");
        }
        markup.end().end().line().start("tbody").line();
        table.columns().forEach(this::writeColumn);
        markup.end().end().line();
    }

    /** On paper the heading is repeated on every page and has to say of which table. */
    private void writeColumnHeading(ReviewTable table) {
        markup.start("th", "scope", "col").text("Column");
        markup.start("span", "class", "of").text(" of ").data(table.name().toString());
        markup.end().end();
    }

    private void writeColumn(ReviewColumn column) {
        String key = column.treatment().key();
        markup.start("tr", "class", column.concern().isPresent() ? key + " concerned" : key);
        markup.start("th", "scope", "row").data(column.name()).end();
        markup.start("td").data(column.type()).end();
        markup.start("td")
                .element("span", column.treatment().word(), "class", "badge")
                .end();
        markup.start("td").data(column.value()).end();
        markup.start("td").data(column.reason());
        column.concern()
                .ifPresent(concern -> markup.start("p", "class", "concern")
                        .text("Looks personal: ")
                        .data(concern)
                        .end());
        markup.end().end().line();
    }
}
