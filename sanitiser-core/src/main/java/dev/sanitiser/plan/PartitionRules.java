package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Partitioning;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a partition's rows are loaded through the root of its tree: where the key hashes an enum, whose oids
 * differ in the copy, and where the key is faked. Such rows may end in another partition than in the source, so every
 * partition they may come to must take them.
 */
final class PartitionRules {

    private final CatalogIndex catalog;
    private final PartitionConstraints constraints;
    private final List<Misfit> problems;
    private final Set<Long> checked = new HashSet<>();

    PartitionRules(CatalogIndex catalog, List<Misfit> problems) {
        this.catalog = catalog;
        this.constraints = new PartitionConstraints(catalog);
        this.problems = problems;
    }

    Optional<QualifiedName> loadedThrough(TableDraft draft) {
        List<Relation> ancestors = catalog.ancestors(draft.relation());
        List<Relation> moving =
                ancestors.stream().filter(a -> reroutes(draft, a)).toList();
        if (moving.isEmpty()) {
            return Optional.empty();
        }
        Relation highest = moving.get(moving.size() - 1);
        List<Column> faked = moving.stream()
                .flatMap(a -> fakedKey(draft, a).stream())
                .distinct()
                .toList();
        if (checked.add(highest.oid())) {
            checkRouting(highest, faked);
            constraints
                    .ofOnePartition(highest)
                    .forEach(c -> problems.add(Misfit.ofRule(highest.name(), problem(highest, c, faked))));
        }
        return Optional.of(ancestors.get(ancestors.size() - 1).name());
    }

    private static boolean reroutes(TableDraft draft, Relation ancestor) {
        Partitioning partitioning = ancestor.partitioning().orElseThrow();
        boolean moves = draft.isRerouted() || partitioning.strategy() == Partitioning.Strategy.HASH;
        return partitioning.hashOfEnum() || (moves && !fakedKey(draft, ancestor).isEmpty());
    }

    /** No fake can be made for a given remainder of a hash: its rows are routed anew. */
    static boolean isRoutedByFakedHash(CatalogIndex catalog, TableDraft draft) {
        return catalog.ancestors(draft.relation()).stream()
                .anyMatch(a -> a.partitioning().orElseThrow().strategy() == Partitioning.Strategy.HASH
                        && !fakedKey(draft, a).isEmpty());
    }

    private void checkRouting(Relation highest, List<Column> faked) {
        if (!routesEveryRow(highest)) {
            stuck(highest, faked);
        }
        for (Relation below : catalog.descendants(highest)) {
            if (!routesEveryRow(below)) {
                stuck(below, faked);
            }
            if (below.kind() == Relation.Kind.FOREIGN_TABLE) {
                problems.add(Misfit.ofRule(
                        below.name(),
                        below.name() + ": " + why(faked) + ", and a row may come to this foreign table. "
                                + keep(faked).map(k -> k + ", or detach").orElse("Detach") + " it."));
            }
        }
    }

    private static boolean routesEveryRow(Relation relation) {
        return relation.partitioning().map(Partitioning::routesEveryRow).orElse(true);
    }

    private void stuck(Relation relation, List<Column> faked) {
        boolean byHash = relation.partitioning().orElseThrow().strategy() == Partitioning.Strategy.HASH;
        String missing = byHash ? "the partitions that it lacks" : "a DEFAULT partition";
        problems.add(Misfit.ofRule(
                relation.name(),
                relation.name() + ": " + why(faked) + ", and a row may fit no partition of it. "
                        + keep(faked).map(k -> k + ", or give").orElse("Give") + " it " + missing + "."));
    }

    private static String problem(Relation highest, String constraint, List<Column> faked) {
        return constraint + " holds for this partition alone: " + why(faked)
                + ", and a row that comes from elsewhere may not satisfy it. "
                + keep(faked).map(k -> k + ", or declare").orElse("Declare") + " it on " + highest.name() + ".";
    }

    private static String why(List<Column> faked) {
        return faked.isEmpty()
                ? "rows change their partition because the key hashes an enum"
                : "rows change their partition because " + names(faked) + " is faked";
    }

    private static Optional<String> keep(List<Column> faked) {
        return faked.isEmpty() ? Optional.empty() : Optional.of("Keep " + names(faked));
    }

    private static List<Column> fakedKey(TableDraft draft, Relation ancestor) {
        return ancestor.partitioning().orElseThrow().columns().stream()
                .map(n -> CatalogIndex.inPartition(draft.relation(), ancestor, n))
                .filter(c -> !draft.isKept(c))
                .toList();
    }

    private static String names(List<Column> columns) {
        return ReferencingKey.names(columns);
    }
}
