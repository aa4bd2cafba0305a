package dev.sanitiser.plan;

import dev.sanitiser.catalog.QualifiedName;
import java.util.List;

/**
 * The keys of a referenced table as they stand in the copy, from which faked references are drawn.
 *
 * @param wholeTree whether the referenced table is partitioned, so that its keys stand in its partitions
 * @param key the referenced columns with their treatments: each kept, or faked uniquely
 * @param seed makes the draws of different foreign keys independent; a function of names, never of values
 */
public record KeyPool(
        String foreignKey, QualifiedName referencedTable, boolean wholeTree, List<ColumnPlan> key, long seed) {
    public KeyPool {
        key = List.copyOf(key);
    }
}
