package dev.sanitiser.draft;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ForeignKey;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each column of a table refers to, by the foreign keys of the table, of its partitions and of what is above. */
final class References {

    private final Map<ColumnOf, List<ColumnOf>> targets = new HashMap<>();
    private final CatalogIndex index;

    References(Catalog catalog) {
        this.index = new CatalogIndex(catalog);
        catalog.relations().forEach(this::add);
    }

    /** A column of a table that a list can name. */
    record ColumnOf(Relation table, Column column) {
        @Override
        public boolean equals(Object other) {
            return other instanceof ColumnOf that
                    && table.oid() == that.table.oid()
                    && column.number() == that.column.number();
        }

        @Override
        public int hashCode() {
            return Long.hashCode(table.oid()) * 31 + column.number();
        }

        @Override
        public String toString() {
            return table.name() + "." + column.name();
        }
    }

    List<ColumnOf> of(ColumnOf column) {
        return targets.getOrDefault(column, List.of());
    }

    private void add(Relation relation) {
        Relation root = root(relation);
        for (ForeignKey key : relation.foreignKeys()) {
            for (int i = 0; i < key.columns().size(); i++) {
                String from = relation.column(key.columns().get(i)).name();
                int to = key.referencedColumns().get(i);
                Stream<ColumnOf> target = index.find(key.referencedTable()).stream()
                        .map(table -> new ColumnOf(
                                root(table),
                                root(table).column(table.column(to).name()).orElseThrow()));
                List<ColumnOf> all = targets.computeIfAbsent(
                        new ColumnOf(root, root.column(from).orElseThrow()), c -> new ArrayList<>());
                target.filter(t -> !all.contains(t)).forEach(all::add);
            }
        }
    }

    private Relation root(Relation relation) {
        return root(relation, index);
    }

    /** What a list names instead of a partition. */
    static Relation root(Relation relation, CatalogIndex index) {
        List<Relation> ancestors = index.ancestors(relation);
        return ancestors.isEmpty() ? relation : ancestors.get(ancestors.size() - 1);
    }
}
