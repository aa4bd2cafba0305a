package dev.sanitiser.cli.report;

import dev.sanitiser.DumpReport;
import dev.sanitiser.archive.Compression;
import java.util.ArrayList;
import java.util.List;

/** The last lines of a dump that succeeded. */
public final class DumpSummary {

    private static final int SHOWN = 3;

    private DumpSummary() {}

    /**
     * The lines.
     *
     * @param target how the dump is called
     * @param width characters that fit a line
     */
    public static List<String> of(DumpReport report, String target, int width) {
        PlanTotals totals = PlanTotals.of(report.plan());
        long rowCount =
                report.tables().stream().mapToLong(DumpReport.Table::rowCount).sum();
        List<String> lines = new ArrayList<>();
        lines.add("Sanitised dump: " + Printable.of(target) + ", " + Quantity.bytes(report.sizeInBytes()) + ", made in "
                + Quantity.duration(report.duration()));
        lines.add("  " + totals.tables() + "; " + Quantity.of(rowCount, "row"));
        lines.add("  " + totals.columnCounts());
        if (report.compression().method().oldestPgRestore() > Compression.Method.GZIP.oldestPgRestore()) {
            lines.add("  compressed by " + report.compression().method() + ": takes pg_restore "
                    + report.compression().method().oldestPgRestore() + " or newer");
        }
        report.plan().options().readAs().ifPresent(role -> lines.add("  rows read as role " + Printable.of(role)));
        add("  left out: ", report.structureLeftOut(), "--report lists all", width, lines);
        add("  note: ", report.plan().notes(), "sanitiser plan lists all", width, lines);
        return lines;
    }

    private static void add(String start, List<String> items, String where, int width, List<String> lines) {
        if (items.isEmpty()) {
            return;
        }
        String text = start
                + Printable.of(String.join(", ", items.subList(0, Math.min(SHOWN, items.size()))))
                + (items.size() > SHOWN
                        ? " and " + Quantity.count(items.size() - SHOWN) + " more (" + where + ")"
                        : "");
        List<String> wrapped = TextTable.wrap(text.strip(), width - 4);
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add((i == 0 ? "  " : "    ") + wrapped.get(i));
        }
    }
}
