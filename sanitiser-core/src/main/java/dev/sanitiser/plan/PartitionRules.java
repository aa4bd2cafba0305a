package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Partitioning;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.UniqueIndex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides whether a partition's rows are loaded through the root of its tree: where the key hashes an enum, whose oids
 * differ in the copy, and where the key is faked and every level can route any value.
 */
final class PartitionRules {

    private final CatalogIndex catalog;
    private final List<String> problems;

    PartitionRules(CatalogIndex catalog, List<String> problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    Optional<QualifiedName> loadedThrough(TableDraft draft) {
        List<Relation> ancestors = catalog.ancestors(draft.relation());
        if (ancestors.isEmpty()) {
            return Optional.empty();
        }
        List<Column> faked = ancestors.stream()
                .flatMap(a -> fakedKey(draft, a).stream())
                .distinct()
                .toList();
        boolean hashesEnum =
                ancestors.stream().flatMap(a -> a.partitioning().stream()).anyMatch(Partitioning::hashOfEnum);
        if (!faked.isEmpty()) {
            checkRouting(draft, ancestors, faked);
        }
        return faked.isEmpty() && !hashesEnum
                ? Optional.empty()
                : Optional.of(ancestors.get(ancestors.size() - 1).name());
    }

    private void checkRouting(TableDraft draft, List<Relation> ancestors, List<Column> faked) {
        List<Relation> stuck = ancestors.stream()
                .filter(a -> !fakedKey(draft, a).isEmpty())
                .filter(a -> !routesAnything(a.partitioning().orElseThrow()))
                .toList();
        if (!stuck.isEmpty()) {
            problems.add(draft.relation().name() + ": the partition key (" + names(faked) + ") of "
                    + stuck.get(0).name() + " is faked, and a fake may fit no partition. Keep " + names(faked)
                    + ", or give " + stuck.get(0).name() + " a DEFAULT partition.");
        }
        ancestors.stream()
                .flatMap(a -> a.uniqueIndexes().stream().filter(i -> !keepsKeys(draft, a, i)))
                .findFirst()
                .ifPresent(i -> problems.add(draft.relation().name() + ", unique index " + i.name()
                        + ": rows change their partition because " + names(faked)
                        + " is faked, and this version cannot keep the index unique across partitions. Keep "
                        + names(faked) + "."));
    }

    private static boolean routesAnything(Partitioning partitioning) {
        return partitioning.strategy() == Partitioning.Strategy.HASH || partitioning.hasDefaultPartition();
    }

    private static List<Column> fakedKey(TableDraft draft, Relation ancestor) {
        return ancestor.partitioning().orElseThrow().columns().stream()
                .map(n -> CatalogIndex.inPartition(draft.relation(), ancestor, n))
                .filter(c -> !draft.isKept(c))
                .toList();
    }

    private static boolean keepsKeys(TableDraft draft, Relation ancestor, UniqueIndex index) {
        return index.keys().stream()
                .filter(n -> n > 0)
                .map(n -> CatalogIndex.inPartition(draft.relation(), ancestor, n))
                .allMatch(draft::isKept);
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
