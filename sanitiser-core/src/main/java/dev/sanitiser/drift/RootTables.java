package dev.sanitiser.drift;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Finds what a list names where a rule speaks of a partition. */
final class RootTables {

    private final Map<Long, Relation> byOid = new HashMap<>();
    private final Map<QualifiedName, Relation> byName = new HashMap<>();

    RootTables(Catalog catalog) {
        for (Relation relation : catalog.relations()) {
            byOid.put(relation.oid(), relation);
            byName.put(relation.name(), relation);
        }
    }

    /** {@return the root of a partition's tree; any other name as it is} */
    QualifiedName of(QualifiedName name) {
        Relation relation = byName.get(name);
        return relation == null ? name : root(relation).name();
    }

    private Relation root(Relation relation) {
        OptionalLong above = relation.partitionOf();
        Relation next = above.isPresent() ? byOid.get(above.getAsLong()) : null;
        return next == null ? relation : root(next);
    }
}
