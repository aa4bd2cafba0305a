package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ForeignKey;
import dev.sanitiser.catalog.Relation;
import java.util.List;

/**
 * Finds foreign keys that hold because others do: {@code (tenant, order)} refers to {@code orders}, whose
 * {@code tenant} refers to {@code tenants}; so {@code tenant} refers to {@code tenants}. One that NULL may switch off
 * implies nothing.
 */
final class ImpliedKeys {

    private static final int DEPTH = 8;

    private final CatalogIndex catalog;

    ImpliedKeys(CatalogIndex catalog) {
        this.catalog = catalog;
    }

    /**
     * Of two foreign keys that imply each other, the first in the list implies the second.
     *
     * @param all of the same table
     */
    boolean isImplied(ReferencingKey key, List<ReferencingKey> all) {
        return all.stream()
                .filter(o -> !o.equals(key))
                .filter(o -> implies(o, key))
                .anyMatch(o -> !implies(key, o) || all.indexOf(o) < all.indexOf(key));
    }

    private boolean implies(ReferencingKey one, ReferencingKey other) {
        boolean always = one.columns().stream().allMatch(Column::notNull);
        if (!always || !one.columns().containsAll(other.columns())) {
            return false;
        }
        List<Column> carried = other.columns().stream()
                .map(c -> one.key().get(one.columns().indexOf(c)))
                .toList();
        return leads(one.referenced(), carried, other, DEPTH);
    }

    /** Whether columns of a table refer, perhaps by way of others, to the key that a foreign key refers to. */
    private boolean leads(Relation table, List<Column> columns, ReferencingKey to, int depth) {
        if (table.oid() == to.referenced().oid() && columns.equals(to.key())) {
            return true;
        }
        return depth > 0
                && catalog.lineage(table).stream()
                        .anyMatch(owner -> owner.foreignKeys().stream()
                                .filter(ForeignKey::validated)
                                .anyMatch(f -> leads(table, owner, f, columns, to, depth)));
    }

    private boolean leads(
            Relation table, Relation owner, ForeignKey foreignKey, List<Column> columns, ReferencingKey to, int depth) {
        List<Column> own = foreignKey.columns().stream()
                .map(n -> CatalogIndex.inPartition(table, owner, n))
                .toList();
        boolean always = own.stream().allMatch(c -> columns.contains(c) || c.notNull());
        if (!own.containsAll(columns) || !always) {
            return false;
        }
        Relation next = catalog.relation(foreignKey.referencedTable());
        List<Column> carried = columns.stream()
                .map(c -> next.column(foreignKey.referencedColumns().get(own.indexOf(c))))
                .toList();
        return leads(next, carried, to, depth - 1);
    }
}
