package dev.sanitiser.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpStep;
import java.time.Duration;
import java.util.Locale;

/** What {@code --report} writes. */
public final class DumpReportJson {

    private DumpReportJson() {}

    /** A JSON object and a line break. */
    public static String of(DumpReport report) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("startedAt", report.startedAt().toString())
                .put("snapshotAt", report.snapshotAt().toString())
                .put("strategy", report.strategy().name().toLowerCase(Locale.ROOT))
                .put("compression", report.compression().toString())
                .put("oldestPgRestore", report.compression().method().oldestPgRestore())
                .put("durationInMillis", report.duration().toMillis())
                .put("serverVersion", report.serverVersion())
                .put("pgDumpVersion", report.pgDumpVersion())
                .put("sizeInBytes", report.sizeInBytes());
        addSteps(report, node.putObject("stepsInMillis"));
        addTables(report, node.putArray("tables"));
        ArrayNode leftOut = node.putArray("structureLeftOut");
        report.structureLeftOut().forEach(leftOut::add);
        node.set("plan", PlanJson.node(report.plan()));
        return node.toPrettyString() + "\n";
    }

    private static void addSteps(DumpReport report, ObjectNode node) {
        for (DumpStep step : DumpStep.values()) {
            Duration duration = report.steps().get(step);
            if (duration != null) {
                node.put(step.name().toLowerCase(Locale.ROOT), duration.toMillis());
            }
        }
    }

    private static void addTables(DumpReport report, ArrayNode tables) {
        report.tables()
                .forEach(table -> tables.addObject()
                        .put("schema", table.name().schema())
                        .put("name", table.name().name())
                        .put("rowCount", table.rowCount())
                        .put("sizeInBytes", table.sizeInBytes()));
    }
}
