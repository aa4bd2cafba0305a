package dev.sanitiser.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanitiser.draft.AllowListDraft;
import dev.sanitiser.draft.DraftColumn;
import dev.sanitiser.draft.DraftTable;

/** The verdicts of a draft for machines. */
public final class DraftJson {

    private DraftJson() {}

    /** A JSON object. */
    public static String of(AllowListDraft draft) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode tables = node.putArray("tables");
        draft.tables().forEach(table -> addTable(table, tables.addObject()));
        return node.toPrettyString();
    }

    private static void addTable(DraftTable table, ObjectNode node) {
        node.put("schema", table.name().schema()).put("name", table.name().name());
        if (table.estimatedRowCount() >= 0) {
            node.put("estimatedRowCount", table.estimatedRowCount());
        }
        node.put("sizeInBytes", table.sizeInBytes());
        table.contentNote().ifPresent(note -> node.put("contentNote", note));
        ArrayNode columns = node.putArray("columns");
        table.columns().forEach(column -> addColumn(column, columns.addObject()));
    }

    private static void addColumn(DraftColumn column, ObjectNode node) {
        node.put("name", column.column().name())
                .put("type", column.column().type().formatted())
                .put("proposal", column.proposal().label())
                .put("verdict", column.verdict().kind().label())
                .put("reason", column.verdict().reason());
    }
}
