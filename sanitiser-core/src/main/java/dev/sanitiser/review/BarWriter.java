package dev.sanitiser.review;

import java.util.Locale;

/** Draws shares as stacked bars; what they show always stands in words beside them. */
final class BarWriter {

    private final Markup markup;

    BarWriter(Markup markup) {
        this.markup = markup;
    }

    /** The hatchings that tell treatments apart without colour. */
    void writePatterns() {
        markup.start("svg", "class", "patterns", "aria-hidden", "true", "width", "0", "height", "0")
                .start("defs");
        writeHatching("part", "45");
        writeHatching("pseudonym", "135");
        writeHatching("reference", "90");
        markup.end().end().line();
    }

    private void writeHatching(String treatment, String angle) {
        markup.start(
                        "pattern",
                        "id",
                        "hatch-" + treatment,
                        "width",
                        "5",
                        "height",
                        "5",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(" + angle + ")")
                .empty("rect", "class", "back-" + treatment, "width", "5", "height", "5")
                .empty("rect", "class", "line-" + treatment, "width", "2.5", "height", "5")
                .end();
    }

    /** A bar as wide as its place, hidden from screen readers. */
    void write(Tally tally) {
        markup.start("svg", "class", "bar", "aria-hidden", "true", "focusable", "false");
        writeShares(tally);
        markup.end();
    }

    /** A bar that screen readers read as what it shows. */
    void writeNamed(Tally tally) {
        markup.start("svg", "class", "bar", "role", "img", "aria-label", "Columns: " + tally.words());
        writeShares(tally);
        markup.end();
    }

    private void writeShares(Tally tally) {
        long before = 0;
        for (Treatment treatment : tally.present()) {
            markup.empty(
                    "rect",
                    "class",
                    treatment.key(),
                    "x",
                    percentage(before, tally.total()),
                    "width",
                    percentage(tally.of(treatment), tally.total()),
                    "height",
                    "100%");
            before += tally.of(treatment);
        }
    }

    private static String percentage(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole).replace(".00", "");
    }
}
