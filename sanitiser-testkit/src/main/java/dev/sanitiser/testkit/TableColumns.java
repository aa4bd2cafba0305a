package dev.sanitiser.testkit;

import dev.sanitiser.allowlist.NearestName;
import dev.sanitiser.allowlist.Quoted;
import dev.sanitiser.allowlist.TableKey;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.plan.ColumnPlan;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tables and columns by the names that a test gives, spelled as in the allow list. */
final class TableColumns {

    private static final Set<Relation.Kind> TABLES = Set.of(Relation.Kind.TABLE, Relation.Kind.PARTITIONED_TABLE);

    private final Catalog catalog;
    private final CatalogIndex index;
    private final SanitisationPlan plan;

    TableColumns(Catalog catalog, SanitisationPlan plan) {
        this.catalog = catalog;
        this.index = new CatalogIndex(catalog);
        this.plan = plan;
    }

    /** A column that was found. */
    record Found(Relation table, Column column) {
        @Override
        public String toString() {
            return table.name() + "." + column.name();
        }
    }

    /** @throws IllegalArgumentException if there is none; the message names the nearest */
    Found find(String table, String column) {
        Relation relation = table(table);
        Column found = relation.column(column)
                .orElseThrow(() -> new IllegalArgumentException("Table " + Quoted.json(table) + " has no column "
                        + Quoted.json(column)
                        + NearestName.hint(
                                column,
                                relation.columns().stream().map(Column::name).toList())));
        return new Found(relation, found);
    }

    private Relation table(String key) {
        List<Relation> tables = catalog.relations().stream()
                .filter(r -> TABLES.contains(r.kind()))
                .toList();
        QualifiedName name = TableKey.parse(key);
        return tables.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The source has no table " + Quoted.json(key)
                        + NearestName.hint(
                                key,
                                tables.stream().map(r -> r.name().toString()).toList())));
    }

    /** What the plan does with a column; empty where no rows of its table are copied. */
    Optional<ColumnPlan> planOf(Found found) {
        return storage(found.table())
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.column().name().equals(found.column().name()))
                .findFirst();
    }

    /** The names of the primary key's columns, all of them kept; empty where there is no such key. */
    List<String> keptKey(Relation table) {
        return table.uniqueIndexes().stream()
                .filter(i -> i.primary())
                .map(i -> i.keys().stream().map(table::column).toList())
                .filter(key -> key.stream().allMatch(c -> isKept(new Found(table, c))))
                .findFirst()
                .map(key -> key.stream().map(Column::name).toList())
                .orElse(List.of());
    }

    private boolean isKept(Found found) {
        return planOf(found).filter(p -> p.treatment().label().equals("keep")).isPresent();
    }

    private Stream<TablePlan> storage(Relation table) {
        Set<Long> oids =
                Set.copyOf(index.storage(table).stream().map(Relation::oid).toList());
        return plan.copiedTables().stream().filter(t -> oids.contains(t.oid()));
    }
}
