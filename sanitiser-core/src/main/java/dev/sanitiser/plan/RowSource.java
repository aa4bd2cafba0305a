package dev.sanitiser.plan;

import dev.sanitiser.catalog.QualifiedName;
import java.util.List;

/**
 * Rows of the source with what happens to some of their columns.
 *
 * @param wholeTree whether the rows of partitions count as well
 * @param columns stored from rows
 * @param keyPools the keys that faked references among the columns draw from
 */
public record RowSource(
        QualifiedName table, boolean wholeTree, List<ColumnPlan> columns, List<KeyPool> keyPools, RowNumbers numbers) {

    public RowSource {
        columns = List.copyOf(columns);
        keyPools = List.copyOf(keyPools);
    }

    KeyPool keyPool(String foreignKey) {
        return keyPools.get(poolIndex(foreignKey));
    }

    int poolIndex(String foreignKey) {
        for (int i = 0; i < keyPools.size(); i++) {
            if (keyPools.get(i).foreignKey().equals(foreignKey)) {
                return i;
            }
        }
        throw new IllegalStateException("no keys for foreign key " + foreignKey);
    }
}
