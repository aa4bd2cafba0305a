package dev.sanitiser.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds relations by oid, and walks partition trees. */
public final class CatalogIndex {

    private final Map<Long, Relation> byOid;
    private final Map<Long, List<Relation>> partitionsByParent;

    public CatalogIndex(Catalog catalog) {
        byOid = catalog.relations().stream()
                .collect(Collectors.toMap(Relation::oid, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        partitionsByParent = catalog.relations().stream()
                .filter(r -> r.partitionOf().isPresent())
                .collect(Collectors.groupingBy(r -> r.partitionOf().getAsLong()));
    }

    public Stream<Relation> relations() {
        return byOid.values().stream();
    }

    /** @throws IllegalStateException if the catalog holds no such relation */
    public Relation relation(long oid) {
        return find(oid).orElseThrow(() -> new IllegalStateException("no relation has oid " + oid));
    }

    /** @return empty for a relation that is not in the catalog, such as one of PostgreSQL's own */
    public Optional<Relation> find(long oid) {
        return Optional.ofNullable(byOid.get(oid));
    }

    /** The partitioned tables above a partition, the direct parent first. */
    public List<Relation> ancestors(Relation relation) {
        List<Relation> ancestors = new ArrayList<>();
        Relation current = relation;
        while (current.partitionOf().isPresent()) {
            current = relation(current.partitionOf().getAsLong());
            ancestors.add(current);
        }
        return ancestors;
    }

    /** The relation itself and the partitioned tables above it: all whose constraints its rows must obey. */
    public List<Relation> lineage(Relation relation) {
        List<Relation> lineage = new ArrayList<>();
        lineage.add(relation);
        lineage.addAll(ancestors(relation));
        return lineage;
    }

    /** The tables that store a relation's rows: itself, or the leaves of its partition tree. */
    public List<Relation> storage(Relation relation) {
        if (relation.kind() != Relation.Kind.PARTITIONED_TABLE) {
            return List.of(relation);
        }
        return partitionsByParent.getOrDefault(relation.oid(), List.of()).stream()
                .flatMap(p -> storage(p).stream())
                .toList();
    }

    /** The partitions below a relation, at any depth. */
    public List<Relation> descendants(Relation relation) {
        return partitionsByParent.getOrDefault(relation.oid(), List.of()).stream()
                .flatMap(p -> Stream.concat(Stream.of(p), descendants(p).stream()))
                .toList();
    }

    /** A column of an ancestor as the partition itself numbers it: names agree, numbers need not. */
    public static Column inPartition(Relation partition, Relation ancestor, int number) {
        return partition.column(ancestor.column(number).name()).orElseThrow();
    }
}
