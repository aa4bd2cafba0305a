package dev.sanitiser.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A unique index, whether or not a PRIMARY KEY or UNIQUE constraint stands on it.
 *
 * @param keys attribute numbers of the key columns in order, 0 for an expression; included columns are left out
 * @param expressions the key expressions in order, one for each 0 of {@code keys}
 * @param predicate of a partial index
 * @param predicateColumns attribute numbers of all columns named by the predicate and the expressions
 * @param nullsNotDistinct PostgreSQL 15 and later: NULLs are equal to each other
 * @param withoutOverlaps PostgreSQL 18 and later: the last key is a range that must not overlap
 */
public record UniqueIndex(
        String name,
        boolean primary,
        List<Integer> keys,
        List<String> expressions,
        Optional<String> predicate,
        List<Integer> predicateColumns,
        boolean nullsNotDistinct,
        boolean withoutOverlaps) {
    public UniqueIndex {
        keys = List.copyOf(keys);
        expressions = List.copyOf(expressions);
        predicateColumns = List.copyOf(predicateColumns);
    }
}
