package dev.sanitiser.bench.report;

import dev.sanitiser.bench.variant.Variants;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of one database: a line for each variant, medians and ratios. */
public final class DatabaseTable {

    private DatabaseTable() {}

    /** The lines, a headline first. */
    public static List<String> of(DatabaseResult result) {
        TextTable table = new TextTable().row(titles());
        result.rounds().keySet().forEach(variant -> table.row(cells(result, variant)));
        List<String> lines = new ArrayList<>(List.of(headline(result), ""));
        lines.addAll(table.lines());
        return lines;
    }

    private static String headline(DatabaseResult result) {
        return String.format(
                Locale.ROOT,
                "%s, %s GB (on disk %.0f MB, of which tables %.0f MB); medians of %d rounds, ratios to %s",
                result.shape(),
                result.gigabytes().toPlainString(),
                result.size().total() / 1e6,
                result.size().tables() / 1e6,
                result.rounds().values().stream().mapToInt(List::size).max().orElse(0),
                Variants.RAW);
    }

    private static List<String> titles() {
        List<String> titles = new ArrayList<>(List.of("variant"));
        for (Measure measure : Measure.values()) {
            titles.add(measure.title());
            if (measure == Measure.WALL) {
                titles.addAll(List.of("ratio", "spread"));
            }
            if (measure == Measure.RESTORE) {
                titles.add("ratio");
            }
        }
        return titles;
    }

    private static List<String> cells(DatabaseResult result, String variant) {
        List<String> cells = new ArrayList<>(List.of(variant));
        for (Measure measure : Measure.values()) {
            cells.add(measure.text(result.median(variant, measure)));
            if (measure == Measure.WALL || measure == Measure.RESTORE) {
                cells.add(Ratio.text(result.ratio(variant, Variants.RAW, measure)));
            }
            if (measure == Measure.WALL) {
                cells.add(Ratio.percent(result.spread(variant, measure)));
            }
        }
        return cells;
    }
}
