package dev.sanitiser.plan;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.View;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What views read, directly and through other views. */
final class ViewSources {

    private final CatalogIndex index;
    private final Map<Long, View> views;

    ViewSources(Catalog catalog, CatalogIndex index) {
        this.index = index;
        this.views = catalog.views().stream().collect(Collectors.toMap(View::oid, Function.identity()));
    }

    /**
     * What one view reads.
     *
     * @param views itself last, each after those that it reads
     * @param columns of relations that are no views, by number; 0 where only the rows count
     */
    record Reads(List<View> views, Map<Relation, Set<Integer>> columns) {}

    Relation relation(View view) {
        return index.relation(view.oid());
    }

    Reads of(Relation view) {
        Set<View> found = new LinkedHashSet<>();
        Map<Relation, Set<Integer>> columns = new LinkedHashMap<>();
        visit(view.oid(), found, columns);
        return new Reads(List.copyOf(found), columns);
    }

    private void visit(long oid, Set<View> found, Map<Relation, Set<Integer>> columns) {
        View view = Objects.requireNonNull(views.get(oid));
        for (View.Read read : view.reads()) {
            if (views.containsKey(read.relation())) {
                visit(read.relation(), found, columns);
            } else {
                index.find(read.relation())
                        .ifPresent(r -> columns.computeIfAbsent(r, x -> new LinkedHashSet<>())
                                .add(read.column()));
            }
        }
        found.add(view);
    }

    /**
     * The tables that hold the rows a query sees in a table: its partitions, or itself and those that inherit from it.
     */
    List<Relation> storage(Relation table) {
        return Stream.concat(
                        index.storage(table).stream(),
                        index.relations()
                                .filter(r -> r.inherits().contains(table.oid()))
                                .flatMap(r -> storage(r).stream()))
                .distinct()
                .toList();
    }
}
