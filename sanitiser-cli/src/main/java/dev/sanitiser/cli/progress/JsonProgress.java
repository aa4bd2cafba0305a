package dev.sanitiser.cli.progress;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpStep;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.plan.SanitisationPlan;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;

/** One JSON object a line, each with {@code time} (UTC) and {@code event}, for log collectors. */
public final class JsonProgress implements Progress {

    private final PrintWriter out;
    private final Clock clock;
    private final Tally tally = new Tally();

    public JsonProgress(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void stepStarted(DumpStep step) {
        write(event("step").put("step", step.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void planned(SanitisationPlan plan) {
        long withRows = plan.tables().stream()
                .filter(table -> table.rows().copiesAllRows())
                .count();
        write(event("planned")
                .put("tables", plan.tables().size())
                .put("tablesWithRows", withRows)
                .put("allowListSha256", plan.allowListSha256()));
    }

    @Override
    public void tableFilled(QualifiedName table, long rowCount) {
        write(event("tableFilled").put("table", table.toString()).put("rows", rowCount));
    }

    @Override
    public void rowsWritten(QualifiedName table, long sizeInBytes) {
        tally.wrote(table, sizeInBytes);
    }

    @Override
    public void tableWritten(QualifiedName table, long rowCount) {
        write(event("tableWritten")
                .put("table", table.toString())
                .put("rows", rowCount)
                .put("sizeInBytes", tally.tableWritten(table)));
    }

    @Override
    public void finished(DumpReport report) {
        long rows =
                report.tables().stream().mapToLong(DumpReport.Table::rowCount).sum();
        write(event("finished")
                .put("durationInMillis", report.duration().toMillis())
                .put("sizeInBytes", report.sizeInBytes())
                .put("rows", rows));
    }

    /** @param message holds no value of the source */
    public void failed(FailureKind kind, int exitCode, String message) {
        write(event("failed")
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("exitCode", exitCode)
                .put("message", message));
    }

    private ObjectNode event(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("time", clock.instant().toString())
                .put("event", name);
    }

    private void write(ObjectNode event) {
        out.println(event);
        out.flush();
    }
}
