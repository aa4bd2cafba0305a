package dev.sanitiser.review;

import dev.sanitiser.review.RunAccount.Step;
import java.util.List;
import java.util.Locale;

/** Writes how a dump was made: the time of each step, and what of the structure stayed behind. */
final class RunWriter {

    private final Markup markup;

    RunWriter(Markup markup) {
        this.markup = markup;
    }

    void write(RunAccount run) {
        markup.start("section", "class", "run", "aria-labelledby", "run").line();
        markup.element("h2", "How the dump was made", "id", "run").line();
        writeSteps(run);
        writeLeftOut(run.leftOut());
        markup.end().line();
    }

    private void writeSteps(RunAccount run) {
        markup.start("table", "class", "steps").line();
        markup.start("thead").start("tr");
        markup.element("th", "Step", "scope", "col")
                .element("th", "Time", "scope", "col", "class", "number")
                .element("th", "Share", "scope", "col");
        markup.end().end().line().start("tbody").line();
        long whole = Math.max(1, run.total().toMillis());
        run.steps().forEach(step -> writeStep(step, whole));
        markup.end().line().end().line();
    }

    private void writeStep(Step step, long whole) {
        long millis = step.duration().toMillis();
        markup.start("tr").element("th", step.work(), "scope", "row");
        markup.element("td", Amounts.duration(step.duration()), "class", "number");
        markup.start("td").start("svg", "class", "bar", "aria-hidden", "true", "focusable", "false");
        markup.empty(
                "rect",
                "class",
                "time",
                "width",
                String.format(Locale.ROOT, "%.2f%%", 100.0 * millis / whole),
                "height",
                "100%");
        markup.end().end().end().line();
    }

    private void writeLeftOut(List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        markup.element("h3", "What of the structure did not travel").line();
        markup.element(
                        "p",
                        "What pg_dump would have written besides: not needed for a copy, and it may hold names, text or"
                                + " passwords. Entries left out: " + Amounts.count(entries.size()) + ".")
                .line();
        markup.start("div", "class", "left-out").line();
        new ListWriter(markup).write(entries);
        markup.end().line();
    }
}
