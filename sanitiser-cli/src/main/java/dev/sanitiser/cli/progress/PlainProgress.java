package dev.sanitiser.cli.progress;

import dev.sanitiser.DumpStep;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.cli.report.Printable;
import dev.sanitiser.cli.report.Quantity;
import java.io.PrintWriter;

/** A line for each step and for each table in the archive, for logs. */
public final class PlainProgress implements Progress {

    private final PrintWriter out;
    private final Tally tally = new Tally();

    public PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void stepStarted(DumpStep step) {
        out.println(StepTitle.of(step));
    }

    @Override
    public void rowsWritten(QualifiedName table, long sizeInBytes) {
        tally.wrote(table, sizeInBytes);
    }

    @Override
    public void tableWritten(QualifiedName table, long rowCount) {
        out.println("  " + Printable.of(table.toString()) + ": " + Quantity.of(rowCount, "row") + ", "
                + Quantity.bytes(tally.tableWritten(table)));
    }
}
