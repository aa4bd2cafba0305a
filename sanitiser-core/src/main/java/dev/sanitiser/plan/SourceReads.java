package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What statements read of one table of the source, or of a partition tree by its root. Where they name no column, they
 * count its rows.
 *
 * @param values columns whose values are kept or turned into pseudonyms; {@code ctid} where rows are ranked by their
 *     place
 * @param nulls the other columns of which they ask where they are NULL
 */
public record SourceReads(QualifiedName table, List<String> values, List<String> nulls) {

    /** PostgreSQL's own column: the place of a row. */
    public static final String PLACE = "ctid";

    public SourceReads {
        values = List.copyOf(values);
        nulls = List.copyOf(nulls);
    }

    static List<SourceReads> of(List<TablePlan> tables) {
        Map<QualifiedName, Collected> all = new LinkedHashMap<>();
        tables.forEach(t -> add(t.rowSource(), all));
        return all.entrySet().stream().map(e -> e.getValue().of(e.getKey())).toList();
    }

    /** What the scope of some rows reads, without the keys that they draw from. */
    static SourceReads of(RowSource rows) {
        Collected collected = new Collected();
        collected.add(rows);
        return collected.of(rows.table());
    }

    /** Both kinds of columns. */
    List<String> columns() {
        return Stream.concat(values.stream(), nulls.stream()).toList();
    }

    private static void add(RowSource rows, Map<QualifiedName, Collected> all) {
        all.computeIfAbsent(rows.table(), t -> new Collected()).add(rows);
        rows.keyPools().forEach(p -> add(p, all));
    }

    private static void add(KeyPool pool, Map<QualifiedName, Collected> all) {
        pool.parts().forEach(p -> add(p, all));
        pool.restrictions().forEach(r -> add(r.other(), all));
    }

    private static final class Collected {
        private final Set<String> values = new LinkedHashSet<>();
        private final Set<String> nulls = new LinkedHashSet<>();

        void add(RowSource rows) {
            rows.columns().forEach(this::add);
            rows.numbers().ranks().forEach(this::add);
        }

        /** What {@link SourceRows} reads for it. */
        private void add(ColumnPlan plan) {
            if (plan.treatment() instanceof ColumnTreatment.Keep
                    || plan.treatment() instanceof ColumnTreatment.KeepPaths
                    || plan.treatment() instanceof ColumnTreatment.Pseudonym) {
                values.add(plan.column().name());
            } else if (SourceRows.keepsNulls(plan)) {
                nulls.add(plan.column().name());
            }
        }

        private void add(RowNumbers.Rank rank) {
            rank.within().stream().map(Column::name).forEach(values::add);
            rank.nulls().stream().map(Column::name).forEach(nulls::add);
            values.add(PLACE);
        }

        SourceReads of(QualifiedName table) {
            nulls.removeAll(values);
            return new SourceReads(table, List.copyOf(values), List.copyOf(nulls));
        }
    }
}
