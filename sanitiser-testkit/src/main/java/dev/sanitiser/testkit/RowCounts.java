package dev.sanitiser.testkit;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.Allow;
import org.jooq.DSLContext;

/**
 * Compares how many rows the copied tables hold.
 *
 * <p>Plain SQL: ONLY has no form in jOOQ; all arguments are names.
 */
@Allow.PlainSQL
final class RowCounts {

    private RowCounts() {}

    /** @return a line for each table that differs */
    static List<String> differences(DataSource source, DataSource copy, SanitisationPlan plan) {
        Map<QualifiedName, Long> expected = Snapshots.ask(source, database -> counts(database, plan));
        Map<QualifiedName, Long> found = Snapshots.ask(copy, database -> counts(database, plan));
        return expected.entrySet().stream()
                .filter(e -> !e.getValue().equals(found.get(e.getKey())))
                .map(e -> "- " + e.getKey() + ": " + rows(e.getValue()) + " in the source, "
                        + found.getOrDefault(e.getKey(), 0L) + " in the copy")
                .toList();
    }

    private static Map<QualifiedName, Long> counts(DSLContext database, SanitisationPlan plan) {
        Map<QualifiedName, Long> counts = new TreeMap<>();
        for (TablePlan table : plan.copiedTables()) {
            counts.computeIfAbsent(table.loadedThrough().orElse(table.name()), name -> count(database, table));
        }
        return counts;
    }

    /** Rows that are routed anew may change their partition. */
    private static long count(DSLContext database, TablePlan table) {
        String statement =
                table.loadedThrough().isPresent() ? "SELECT count(*) FROM {0}" : "SELECT count(*) FROM ONLY {0}";
        return database.resultQuery(
                        statement, table.loadedThrough().orElse(table.name()).toName())
                .fetchSingle(0, Long.class);
    }

    static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
