package dev.sanitiser.cli.progress;

import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpStep;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.cli.report.Quantity;
import dev.sanitiser.plan.SanitisationPlan;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One line that is drawn again and again for the current step, and one that stays for each step that is done. */
public final class TerminalProgress implements Progress {

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final int TITLE_WIDTH = 23;
    private static final int BAR_WIDTH = 20;

    private final PrintWriter out;
    private final int width;
    private final LongSupplier nanoTime;
    private final Tally tally = new Tally();
    private Optional<DumpStep> current = Optional.empty();
    private long stepStart;
    private long lastDrawn;

    /**
     * @param width characters that fit a line
     * @param nanoTime as {@link System#nanoTime}
     */
    public TerminalProgress(PrintWriter out, int width, LongSupplier nanoTime) {
        this.out = out;
        this.width = width;
        this.nanoTime = nanoTime;
    }

    @Override
    public void stepStarted(DumpStep step) {
        completeStep();
        current = Optional.of(step);
        stepStart = nanoTime.getAsLong();
        draw(step);
    }

    @Override
    public void planned(SanitisationPlan plan) {
        tally.planned(plan);
    }

    @Override
    public void tableFilled(QualifiedName table, long rowCount) {
        tally.filled(rowCount);
        drawIfDue();
    }

    @Override
    public void rowsWritten(QualifiedName table, long sizeInBytes) {
        tally.wrote(table, sizeInBytes);
        drawIfDue();
    }

    @Override
    public void tableWritten(QualifiedName table, long rowCount) {
        tally.tableWritten(table);
        drawIfDue();
    }

    @Override
    public void finished(DumpReport report) {
        completeStep();
    }

    /** A step that failed leaves no line: the error says more. */
    @Override
    public void close() {
        if (current.isPresent()) {
            out.print(CLEAR_LINE);
            out.flush();
            current = Optional.empty();
        }
    }

    private void completeStep() {
        current.ifPresent(step -> {
            String line = title(step) + column(Quantity.duration(elapsed()), 10) + tally.figures(step, elapsed());
            out.print(CLEAR_LINE);
            out.println(line.stripTrailing());
            out.flush();
        });
        current = Optional.empty();
    }

    private void drawIfDue() {
        if (nanoTime.getAsLong() - lastDrawn >= REDRAW_NANOS) {
            current.ifPresent(this::draw);
        }
    }

    private void draw(DumpStep step) {
        lastDrawn = nanoTime.getAsLong();
        String line = title(step) + bar(tally.share(step)) + tally.figures(step, elapsed());
        out.print(CLEAR_LINE
                + line.substring(0, Math.min(line.length(), width - 1)).stripTrailing());
        out.flush();
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - stepStart);
    }

    private static String title(DumpStep step) {
        return column(StepTitle.of(step), TITLE_WIDTH);
    }

    private static String bar(double share) {
        if (share < 0) {
            return "...";
        }
        int done = (int) (share * BAR_WIDTH);
        return "[" + "#".repeat(done) + ".".repeat(BAR_WIDTH - done) + "]  ";
    }

    private static String column(String text, int columnWidth) {
        return text + " ".repeat(Math.max(1, columnWidth - text.length()));
    }
}
