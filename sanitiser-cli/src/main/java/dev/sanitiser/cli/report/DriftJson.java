package dev.sanitiser.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanitiser.drift.Drift;
import dev.sanitiser.drift.Finding;
import java.util.List;
import java.util.Locale;

/** Drift for programs. Members are added in later versions, never renamed or removed. */
final class DriftJson {

    private DriftJson() {}

    static String of(Drift drift, List<Finding> mended) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("allowList", drift.source())
                .put("agrees", !drift.exists())
                .put("listedTables", drift.tables().size())
                .put("errors", drift.errors().size())
                .put("notices", drift.notices().size());
        add(drift.findings(), node.putArray("findings"));
        add(mended, node.putArray("mended"));
        return node.toPrettyString() + "\n";
    }

    private static void add(List<Finding> findings, ArrayNode array) {
        findings.forEach(f -> add(f, array.addObject()));
    }

    private static void add(Finding finding, ObjectNode node) {
        node.put("kind", finding.kind().id())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        finding.location()
                .ifPresent(l -> node.putObject("location").put("line", l.line()).put("column", l.column()));
        finding.table().ifPresent(t -> node.put("schema", t.schema()).put("table", t.name()));
        finding.column().ifPresent(c -> node.put("column", c));
        node.put("message", finding.message());
        finding.nearest().ifPresent(n -> node.put("nearest", n));
        finding.remedy().ifPresent(r -> {
            ObjectNode remedy = node.putObject("remedy").put("instruction", r.instruction());
            r.json().ifPresent(j -> remedy.put("json", j));
        });
    }
}
