package dev.sanitiser.copy;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.plan.TablePlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Orders tables so that a referenced one comes before those that refer to it, as far as there is no cycle: then
 * {@code pg_restore --data-only} works as it does for a stock dump.
 */
final class DataOrder {

    private final CatalogIndex index;
    private final Map<Long, TablePlan> waiting;
    private final Set<Long> visited = new LinkedHashSet<>();
    private final List<TablePlan> ordered = new ArrayList<>();

    private DataOrder(Catalog catalog, List<TablePlan> tables) {
        index = new CatalogIndex(catalog);
        waiting = tables.stream()
                .collect(Collectors.toMap(TablePlan::oid, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    static List<TablePlan> of(Catalog catalog, List<TablePlan> tables) {
        DataOrder order = new DataOrder(catalog, tables);
        tables.forEach(t -> order.visit(t.oid()));
        return order.ordered;
    }

    /** A table under way: it is placed once all that it refers to are. */
    private record Visit(TablePlan table, Iterator<Long> referenced) {}

    /** Depth first, by a stack of its own: foreign keys can form chains longer than a thread's stack. */
    private void visit(long oid) {
        Deque<Visit> underWay = new ArrayDeque<>();
        enter(oid, underWay);
        while (!underWay.isEmpty()) {
            Visit current = underWay.element();
            if (current.referenced().hasNext()) {
                enter(current.referenced().next(), underWay);
            } else {
                ordered.add(underWay.remove().table());
            }
        }
    }

    private void enter(long oid, Deque<Visit> underWay) {
        Optional.ofNullable(waiting.get(oid))
                .filter(t -> visited.add(oid))
                .ifPresent(t -> underWay.push(new Visit(t, referencedBy(oid).iterator())));
    }

    private Stream<Long> referencedBy(long oid) {
        return index.lineage(index.relation(oid)).stream()
                .flatMap(r -> r.foreignKeys().stream())
                .map(f -> index.relation(f.referencedTable()))
                .flatMap(r -> index.storage(r).stream())
                .map(Relation::oid);
    }
}
