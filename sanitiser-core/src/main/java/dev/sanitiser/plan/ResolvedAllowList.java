package dev.sanitiser.plan;

import java.util.Map;
import java.util.Optional;

/**
 * An allow list that fits a database.
 *
 * @param tables every relation that holds rows and travels, by oid; partitions stand here one by one
 */
record ResolvedAllowList(Map<Long, ResolvedTable> tables) {
    ResolvedAllowList {
        tables = Map.copyOf(tables);
    }

    /** @return empty for a relation that holds no rows or does not travel */
    Optional<ResolvedTable> table(long oid) {
        return Optional.ofNullable(tables.get(oid));
    }
}
