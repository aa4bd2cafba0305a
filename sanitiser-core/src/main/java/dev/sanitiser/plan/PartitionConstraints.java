package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Check;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Exclusion;
import dev.sanitiser.catalog.ForeignKey;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.UniqueIndex;
import java.util.List;
import java.util.stream.Stream;

/** Finds the constraints that a single partition has beyond those of the partitioned table it belongs to. */
final class PartitionConstraints {

    private final CatalogIndex catalog;

    PartitionConstraints(CatalogIndex catalog) {
        this.catalog = catalog;
    }

    /** {@return the constraints, each named with its partition, of all partitions below a partitioned table} */
    List<String> ofOnePartition(Relation root) {
        return catalog.descendants(root).stream().flatMap(p -> own(root, p)).toList();
    }

    private Stream<String> own(Relation root, Relation partition) {
        String name = partition.name().toString();
        return Stream.of(
                        uniqueIndexes(partition).map(i -> name + ", unique index " + i.name()),
                        checks(root, partition).map(c -> name + ", constraint " + c.name()),
                        partition.exclusions().stream()
                                .map(Exclusion::name)
                                .map(e -> name + ", exclusion constraint " + e),
                        notNull(root, partition).map(c -> name + ", NOT NULL of " + c.name()),
                        partition.foreignKeys().stream().map(ForeignKey::name).map(f -> name + ", foreign key " + f),
                        references(partition))
                .flatMap(s -> s);
    }

    private Stream<UniqueIndex> uniqueIndexes(Relation partition) {
        return partition.uniqueIndexes().stream()
                .filter(i -> catalog.ancestors(partition).stream()
                        .noneMatch(a -> a.uniqueIndexes().stream().anyMatch(j -> agree(partition, i, a, j))));
    }

    /** Whether two indexes make the same rows unique; one of them stands on a partitioned table above the other's. */
    private static boolean agree(Relation partition, UniqueIndex index, Relation ancestor, UniqueIndex other) {
        return names(partition, index).equals(names(ancestor, other))
                && index.expressions().equals(other.expressions())
                && index.predicate().equals(other.predicate())
                && index.nullsNotDistinct() == other.nullsNotDistinct();
    }

    private static List<String> names(Relation relation, UniqueIndex index) {
        return index.keys().stream()
                .map(n -> n == 0 ? "" : relation.column(n).name())
                .toList();
    }

    private static Stream<Check> checks(Relation root, Relation partition) {
        List<String> shared = root.checks().stream().map(Check::expression).toList();
        return partition.checks().stream().filter(c -> !shared.contains(c.expression()));
    }

    private static Stream<Column> notNull(Relation root, Relation partition) {
        return partition.columns().stream()
                .filter(Column::notNull)
                .filter(c -> !root.column(c.name()).orElseThrow().notNull());
    }

    private Stream<String> references(Relation partition) {
        return catalog.relations()
                .flatMap(r -> r.foreignKeys().stream()
                        .filter(f -> f.referencedTable() == partition.oid())
                        .map(f -> partition.name() + ", foreign key " + f.name() + " of " + r.name()));
    }
}
