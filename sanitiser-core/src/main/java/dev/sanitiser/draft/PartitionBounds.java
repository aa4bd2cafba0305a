package dev.sanitiser.draft;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Partitioning;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.draft.References.ColumnOf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Columns whose values are the bounds of list partitions, and the keys that those refer to: the structure names the
 * values anyway, and rows with others would have no home.
 */
final class PartitionBounds {

    private final Set<ColumnOf> columns = new HashSet<>();

    PartitionBounds(Catalog catalog, References references) {
        CatalogIndex index = new CatalogIndex(catalog);
        Deque<ColumnOf> open = new ArrayDeque<>();
        catalog.relations().forEach(r -> keys(r, index).forEach(open::add));
        while (!open.isEmpty()) {
            ColumnOf column = open.remove();
            if (columns.add(column)) {
                open.addAll(references.of(column));
            }
        }
    }

    private static Stream<ColumnOf> keys(Relation relation, CatalogIndex index) {
        return relation.partitioning().stream()
                .filter(p -> p.strategy() == Partitioning.Strategy.LIST && !p.routesEveryRow())
                .flatMap(p -> p.columns().stream())
                .map(relation::column)
                .map(Column::name)
                .map(name -> {
                    Relation root = References.root(relation, index);
                    return new ColumnOf(root, root.column(name).orElseThrow());
                });
    }

    boolean name(ColumnOf column) {
        return columns.contains(column);
    }
}
