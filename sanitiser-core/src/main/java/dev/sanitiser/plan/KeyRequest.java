package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.List;

/**
 * A foreign key of which some referencing columns are drawn.
 *
 * @param key the referenced columns, in the order of the foreign key
 * @param fixed the referencing columns that have a value already
 * @param restrictions foreign keys that share columns with this one and draw after it
 */
record KeyRequest(
        String foreignKey,
        Relation referenced,
        List<Column> key,
        List<KeyPool.Fixed> fixed,
        List<Restriction> restrictions) {

    KeyRequest {
        key = List.copyOf(key);
        fixed = List.copyOf(fixed);
    }

    /** Positions in the one key and in the other, in the same order. */
    record Restriction(KeyRequest other, List<Integer> positions, List<Integer> otherPositions) {}

    boolean draws(int position) {
        return fixed.stream().noneMatch(f -> f.position() == position);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
