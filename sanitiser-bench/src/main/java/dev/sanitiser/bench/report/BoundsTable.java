package dev.sanitiser.bench.report;

import java.util.ArrayList;
import java.util.List;

/** The table of what was promised and what was found. */
public final class BoundsTable {

    private BoundsTable() {}

    /** The lines, a headline first. */
    public static List<String> of(BenchResult result) {
        TextTable table = new TextTable().row(List.of("measure", "measured", "at most", "aim", "verdict"));
        Bounds.of(result)
                .forEach(b -> table.row(List.of(b.what(), b.measuredText(), b.mostText(), b.aimText(), b.verdict())));
        List<String> lines = new ArrayList<>(List.of("What it must show", ""));
        lines.addAll(table.lines());
        return lines;
    }
}
