package dev.sanitiser.copy;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.plan.TablePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private void visit(long oid) {
        Optional<TablePlan> table = Optional.ofNullable(waiting.get(oid));
        if (table.isEmpty() || !visited.add(oid)) {
            return;
        }
        index.lineage(index.relation(oid)).stream()
                .flatMap(r -> r.foreignKeys().stream())
                .map(f -> index.relation(f.referencedTable()))
                .flatMap(r -> index.storage(r).stream())
                .map(Relation::oid)
                .forEach(this::visit);
        ordered.add(table.get());
    }
}
