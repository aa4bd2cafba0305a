package dev.sanitiser.cli.progress;

import dev.sanitiser.DumpStep;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.cli.report.Quantity;
import dev.sanitiser.plan.SanitisationPlan;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts what a listener hears. */
final class Tally {

    private final Map<QualifiedName, Long> sizesInBytes = new HashMap<>();
    private long tableCount;
    private long filledTables;
    private long filledRows;
    private long writtenTables;
    private long writtenBytes;

    void planned(SanitisationPlan plan) {
        tableCount = plan.tables().stream()
                .filter(table -> table.rows().copiesAllRows())
                .count();
    }

    void filled(long rowCount) {
        filledTables++;
        filledRows += rowCount;
    }

    void wrote(QualifiedName table, long sizeInBytes) {
        sizesInBytes.merge(table, sizeInBytes, Long::sum);
        writtenBytes += sizeInBytes;
    }

    /** @return the table's size in bytes, which is forgotten */
    long tableWritten(QualifiedName table) {
        writtenTables++;
        Long sizeInBytes = sizesInBytes.remove(table);
        return sizeInBytes == null ? 0 : sizeInBytes;
    }

    /** How much of a step is done, from 0 to 1; negative for steps that do not go by tables. */
    double share(DumpStep step) {
        long done = step == DumpStep.FILL ? filledTables : step == DumpStep.WRITE ? writtenTables : -1;
        return done < 0 || tableCount == 0 ? -1 : Math.min(1.0, (double) done / tableCount);
    }

    /** Figures of a step, such as {@code 12/40 tables 1,234 rows}; empty for steps that do not go by tables. */
    String figures(DumpStep step, Duration elapsed) {
        return switch (step) {
            case FILL -> tables(filledTables) + "  " + Quantity.of(filledRows, "row");
            case WRITE ->
                tables(writtenTables) + "  " + Quantity.bytes(writtenBytes) + "  "
                        + Quantity.rate(writtenBytes, elapsed);
            default -> "";
        };
    }

    private String tables(long done) {
        return Quantity.count(done) + "/" + Quantity.of(tableCount, "table");
    }
}
