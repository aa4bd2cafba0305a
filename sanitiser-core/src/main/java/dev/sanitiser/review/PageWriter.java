package dev.sanitiser.review;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.review.Review.Fact;
import dev.sanitiser.review.Review.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes a whole page, section by section. */
final class PageWriter {

    private static final String POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
            + Asset.STYLE.hash() + "; script-src " + Asset.MARK.hash() + " " + Asset.SCRIPT.hash();

    private final Markup markup;

    PageWriter(Markup markup) {
        this.markup = markup;
    }

    void write(Review review, String subject, Optional<Instant> madeAt) {
        markup.doctype().start("html", "lang", "en-GB", "dir", "ltr").line();
        writeHead(review.kind() + ": " + subject);
        markup.start("body").line();
        markup.element("a", "Skip to the tables", "class", "skip", "href", "#tables")
                .line();
        BarWriter bars = new BarWriter(markup);
        bars.writePatterns();
        writeHeader(review, subject);
        markup.start("main").line();
        SummaryWriter summary = new SummaryWriter(markup, bars);
        summary.writeConcerns(review.concerns());
        markup.start("div", "class", "overview").line().start("div").line();
        summary.writeColumns(Tally.of(review.tables()));
        summary.writeSchemas(review.schemas());
        review.run().ifPresent(run -> new RunWriter(markup).write(run));
        markup.end().line();
        writeFacts(review.facts(), madeAt);
        markup.end().line();
        writeNotes(review.notes());
        new TablesWriter(markup, bars).write(review);
        markup.end().line();
        writeFooter();
        markup.asset(Asset.SCRIPT).line().end().line().end();
        markup.finish();
    }

    private void writeHead(String title) {
        markup.start("head").line();
        markup.empty("meta", "charset", "utf-8").line();
        markup.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line();
        meta("viewport", "width=device-width, initial-scale=1");
        meta("color-scheme", "light dark");
        meta("robots", "noindex, nofollow");
        meta("referrer", "no-referrer");
        meta("generator", "Sanitiser " + Sanitiser.version());
        markup.element("title", title).line();
        markup.asset(Asset.STYLE).line().asset(Asset.MARK).line().end().line();
    }

    private void meta(String name, String content) {
        markup.empty("meta", "name", name, "content", content).line();
    }

    private void writeHeader(Review review, String subject) {
        markup.start("header").line();
        markup.element("p", review.kind(), "class", "kind").line();
        markup.start("h1").data(subject).end().line();
        markup.element("p", review.introduction(), "class", "lead").line();
        markup.start("dl", "class", "figures").line();
        review.figures().forEach(this::writeFigure);
        markup.end().line().end().line();
    }

    private void writeFigure(Figure figure) {
        markup.start("div").element("dt", figure.meaning()).element("dd", figure.value());
        markup.end().line();
    }

    private void writeFacts(List<Fact> facts, Optional<Instant> madeAt) {
        markup.start("section", "class", "facts", "aria-labelledby", "facts").line();
        markup.element("h2", "Where this comes from", "id", "facts").line();
        markup.start("dl").line();
        madeAt.ifPresent(moment -> writeFact(new Fact("Page made", Amounts.moment(moment))));
        facts.forEach(this::writeFact);
        markup.end().line().end().line();
    }

    private void writeFact(Fact fact) {
        markup.start("div").element("dt", fact.name());
        fact.values().forEach(value -> markup.start("dd").data(value).end());
        markup.end().line();
    }

    private void writeNotes(List<String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        markup.start("section", "class", "notes", "aria-labelledby", "notes").line();
        markup.element("h2", "Worth knowing", "id", "notes").line();
        new ListWriter(markup).write(notes);
        markup.end().line();
    }

    private void writeFooter() {
        markup.start("footer")
                .element(
                        "p",
                        "Made by Sanitiser " + Sanitiser.version()
                                + ". This page holds names and counts, and no value of a row. It loads nothing and sends"
                                + " nothing.")
                .end()
                .line();
    }
}
