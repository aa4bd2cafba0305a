package dev.sanitiser.plan;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.Relation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The relations of a catalog by name and in their partition trees, and which of them travel. */
final class SourceTables {

    private final Catalog catalog;
    private final PlanOptions options;
    private final Map<QualifiedName, Relation> byName = new HashMap<>();
    private final Map<Long, Relation> byOid = new HashMap<>();
    private final Map<Long, List<Relation>> partitions = new HashMap<>();

    SourceTables(Catalog catalog, PlanOptions options) {
        this.catalog = catalog;
        this.options = options;
        for (Relation relation : catalog.relations()) {
            byName.put(relation.name(), relation);
            byOid.put(relation.oid(), relation);
            relation.partitionOf()
                    .ifPresent(oid -> partitions
                            .computeIfAbsent(oid, o -> new ArrayList<>())
                            .add(relation));
        }
    }

    Optional<Relation> named(QualifiedName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What an allow list can name: tables and the roots of partition trees. */
    List<Relation> listable() {
        return catalog.relations().stream()
                .filter(r -> r.kind() == Kind.TABLE || r.kind() == Kind.PARTITIONED_TABLE)
                .filter(r -> r.partitionOf().isEmpty() && r.extension().isEmpty())
                .toList();
    }

    /** Everything that a dump holds rows of. */
    List<Relation> holdingRows() {
        return catalog.relations().stream().filter(Relation::holdsRows).toList();
    }

    /** The relation itself, or its partitions at any depth, as far as they hold rows. */
    List<Relation> holdingRows(Relation relation) {
        return tree(relation).filter(Relation::holdsRows).toList();
    }

    /** The root of the partition tree; the relation itself if it is no partition. */
    Relation root(Relation relation) {
        return parent(relation).map(this::root).orElse(relation);
    }

    /** A partition depends on the tables above it and stays behind with any of them. */
    boolean travels(Relation relation) {
        boolean isSelected = options.schemas().isEmpty()
                || options.schemas().contains(relation.name().schema());
        return isSelected && !isExcluded(relation);
    }

    private boolean isExcluded(Relation relation) {
        return options.excludedTables().contains(relation.name())
                || parent(relation).filter(this::isExcluded).isPresent();
    }

    private Optional<Relation> parent(Relation partition) {
        return partition.partitionOf().stream()
                .mapToObj(byOid::get)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private Stream<Relation> tree(Relation relation) {
        Stream<Relation> below = partitions.getOrDefault(relation.oid(), List.of()).stream();
        return Stream.concat(Stream.of(relation), below.flatMap(this::tree));
    }
}
