package dev.sanitiser.testkit;

import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.Relation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * The values of a column of the source that must not be anywhere, in memory only: whole values, and the elements of
 * arrays and documents.
 *
 * <p>Plain SQL: casts to text, ONLY and json paths; all arguments are names.
 *
 * @param total how many different texts the column holds, elements among them
 * @param distinctive those that are not found by chance
 */
@Allow.PlainSQL
record RealValues(int total, Set<String> distinctive) {

    private static final String WHOLE = "SELECT DISTINCT ({0})::text FROM {1} WHERE ({0})::text IS NOT NULL";
    private static final String ELEMENTS =
            "SELECT DISTINCT element::text FROM {1}, unnest({0}) AS element WHERE element IS NOT NULL";
    private static final String SCALARS = """
            SELECT DISTINCT node #>> '{}' FROM {1}, jsonb_path_query(({0})::jsonb, '$.**') AS node
            WHERE jsonb_typeof(node) IN ('string', 'number')
            """;

    static RealValues of(TableColumns.Found column, boolean keptInPart, DataSource source) {
        DataType type = column.column().type().type();
        Predicate<String> byChance = new Chance(type, column.table())::wouldFind;
        Set<String> values = Snapshots.ask(
                source,
                database -> statements(type, keptInPart).stream()
                        .flatMap(sql -> texts(sql, column, database).stream())
                        .collect(Collectors.toSet()));
        return new RealValues(
                values.size(), values.stream().filter(byChance.negate()).collect(Collectors.toSet()));
    }

    /** Of a document that is kept in part, some scalars may be in the copy; the whole may not. */
    private static List<String> statements(DataType type, boolean keptInPart) {
        if (type instanceof DataType.Array) {
            return List.of(WHOLE, ELEMENTS);
        }
        boolean isDocument = Set.of("json", "jsonb").contains(type.name().name());
        return isDocument && !keptInPart ? List.of(WHOLE, SCALARS) : List.of(WHOLE);
    }

    private static List<String> texts(String sql, TableColumns.Found column, DSLContext database) {
        Name name = DSL.name(column.column().name());
        return database.resultQuery(sql, name, rowsOf(column.table())).fetch(0, String.class);
    }

    private static org.jooq.SQL rowsOf(Relation table) {
        return table.kind() == Relation.Kind.PARTITIONED_TABLE
                ? DSL.sql("{0}", table.name().toName())
                : DSL.sql("ONLY {0}", table.name().toName());
    }
}
