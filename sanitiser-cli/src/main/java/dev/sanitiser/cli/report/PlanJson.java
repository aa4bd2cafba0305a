package dev.sanitiser.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.ColumnTreatment.Cases;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;

/** A plan for machines. */
public final class PlanJson {

    private PlanJson() {}

    /** A JSON object without statements. */
    public static String of(SanitisationPlan plan) {
        return node(plan).toPrettyString();
    }

    /** A JSON object in which each table that is read has its statement. */
    public static String withSql(SanitisationPlan plan) {
        ObjectNode node = node(plan);
        for (int i = 0; i < plan.tables().size(); i++) {
            ObjectNode table = (ObjectNode) node.required("tables").required(i);
            plan.tables().get(i).selectSql().ifPresent(sql -> table.put("sql", sql));
        }
        return node.toPrettyString();
    }

    static ObjectNode node(SanitisationPlan plan) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("allowListSha256", plan.allowListSha256());
        plan.options().readAs().ifPresent(role -> node.put("readAs", role));
        ArrayNode tables = node.putArray("tables");
        plan.tables().forEach(table -> addTable(table, tables.addObject()));
        ArrayNode notes = node.putArray("notes");
        plan.notes().forEach(notes::add);
        return node;
    }

    private static void addTable(TablePlan table, ObjectNode node) {
        node.put("schema", table.name().schema())
                .put("name", table.name().name())
                .put("rows", table.rows().copiesAllRows() ? "all" : "none")
                .put("reason", table.rows().reason());
        if (table.estimatedRowCount() >= 0) {
            node.put("estimatedRowCount", table.estimatedRowCount());
        }
        ArrayNode columns = node.putArray("columns");
        table.columns().forEach(column -> addColumn(column, columns.addObject()));
    }

    private static void addColumn(ColumnPlan plan, ObjectNode node) {
        node.put("name", plan.column().name())
                .put("type", plan.column().type().formatted())
                .put("treatment", plan.treatment().label());
        plan.treatment()
                .match(new Cases<>(
                        keep -> node,
                        paths -> {
                            paths.paths().forEach(p -> node.withArray("paths").add(p.toString()));
                            return node;
                        },
                        fake -> node.put("generator", fake.fake().generator()),
                        reference -> node.put("foreignKey", reference.foreignKey())
                                .put(
                                        "referencedSchema",
                                        reference.referencedTable().schema())
                                .put(
                                        "referencedTable",
                                        reference.referencedTable().name()),
                        pseudonym -> node.put("keyDomain", pseudonym.domain()),
                        alwaysNull -> node,
                        computed -> node))
                .put("reason", plan.treatment().reason());
    }
}
