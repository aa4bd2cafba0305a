package dev.sanitiser.review;

import java.util.List;
import java.util.Map;

/** Writes the part that is read first: how much of the database does what. */
final class SummaryWriter {

    private final Markup markup;
    private final BarWriter bars;

    SummaryWriter(Markup markup, BarWriter bars) {
        this.markup = markup;
        this.bars = bars;
    }

    /** A call to look at kept columns that look personal; nothing where there are none. */
    void writeConcerns(long concerns) {
        if (concerns == 0) {
            return;
        }
        String text = concerns == 1
                ? "1 column that keeps real values looks personal."
                : Amounts.count(concerns) + " columns that keep real values look personal.";
        markup.start("p", "class", "alert")
                .element("strong", text)
                .text(" Each says below why. Ask whoever keeps the allow list whether it should be real. ")
                .element("button", "Show only these", "type", "button", "class", "scripted", "id", "show-concerns")
                .end()
                .line();
    }

    void writeColumns(Tally tally) {
        markup.start("section", "class", "columns", "aria-labelledby", "columns")
                .line();
        markup.element("h2", "What happens to the columns", "id", "columns").line();
        if (tally.total() > 0) {
            bars.writeNamed(tally);
        }
        markup.line().start("table").line();
        markup.start("thead").start("tr");
        markup.element("th", "In the copy", "scope", "col")
                .element("th", "What it means", "scope", "col")
                .element("th", "Columns", "scope", "col", "class", "number")
                .element("th", "Share", "scope", "col", "class", "number");
        markup.end().end().line().start("tbody").line();
        for (Treatment treatment : tally.present()) {
            writeTreatment(treatment, tally);
        }
        markup.end().line().end().line().end().line();
    }

    private void writeTreatment(Treatment treatment, Tally tally) {
        markup.start("tr", "class", treatment.key())
                .start("th", "scope", "row")
                .element("span", treatment.word(), "class", "badge")
                .end()
                .element("td", treatment.explanation())
                .element("td", Amounts.count(tally.of(treatment)), "class", "number")
                .element("td", Amounts.share(tally.of(treatment), tally.total()), "class", "number")
                .end()
                .line();
    }

    void writeSchemas(Map<String, List<ReviewTable>> schemas) {
        markup.start("section", "class", "schemas", "aria-labelledby", "schemas")
                .line();
        markup.element("h2", "By schema", "id", "schemas").line().start("table").line();
        markup.start("thead").start("tr");
        markup.element("th", "Schema", "scope", "col")
                .element("th", "Tables", "scope", "col", "class", "number")
                .element("th", "Without rows", "scope", "col", "class", "number")
                .element("th", "Columns of the copied rows", "scope", "col");
        markup.end().end().line().start("tbody").line();
        schemas.forEach(this::writeSchema);
        markup.end().line().end().line().end().line();
    }

    private void writeSchema(String schema, List<ReviewTable> tables) {
        Tally tally = Tally.of(tables);
        long withoutRows = tables.stream().filter(t -> !t.hasRows()).count();
        markup.start("tr").start("th", "scope", "row").data(schema).end();
        markup.element("td", Amounts.count(tables.size()), "class", "number");
        markup.element("td", Amounts.count(withoutRows), "class", "number");
        markup.start("td");
        if (tally.total() > 0) {
            bars.write(tally);
        }
        markup.element("span", tally.total() > 0 ? tally.words() : "none", "class", "words");
        markup.end().end().line();
    }
}
