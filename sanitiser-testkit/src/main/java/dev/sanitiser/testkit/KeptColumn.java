package dev.sanitiser.testkit;

import dev.sanitiser.catalog.Relation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Compares a column's values with the source's, row by row where a kept primary key says which row is which, else as a
 * multiset. Each database sums two 64-bit hashes of its rows; no value leaves it.
 *
 * <p>Plain SQL: ROW as text and ONLY have no form in jOOQ; all arguments are names.
 */
@Allow.PlainSQL
final class KeptColumn {

    private static final String SUMS = """
            SELECT count(*), coalesce(sum(hashtextextended(ROW({0})::text, 0)), 0),
                coalesce(sum(hashtextextended(ROW({0})::text, 1)), 0) FROM\s""";

    private KeptColumn() {}

    /** @return what differs, in a sentence */
    static Optional<String> difference(
            TableColumns.Found column, TableColumns columns, DataSource source, DataSource copy) {
        List<String> key = columns.keptKey(column.table());
        Sums expected = Snapshots.ask(source, database -> sums(database, column, key));
        Sums found = Snapshots.ask(copy, database -> sums(database, column, key));
        return expected.equals(found)
                ? Optional.empty()
                : Optional.of("Expected the copy to keep " + column + ", but its values are others: "
                        + RowCounts.rows(expected.count()) + " in the source, " + found.count()
                        + " in the copy, compared "
                        + (key.isEmpty() ? "in any order." : "by " + String.join(", ", key) + "."));
    }

    private record Sums(long count, String first, String second) {}

    private static Sums sums(DSLContext database, TableColumns.Found column, List<String> key) {
        String from = column.table().kind() == Relation.Kind.PARTITIONED_TABLE ? "{1}" : "ONLY {1}";
        Record sums = database.resultQuery(
                        SUMS + from,
                        DSL.list(Stream.concat(
                                        key.stream(), Stream.of(column.column().name()))
                                .map(DSL::name)
                                .toList()),
                        column.table().name().toName())
                .fetchSingle();
        return new Sums(sums.get(0, Long.class), sums.get(1, String.class), sums.get(2, String.class));
    }
}
