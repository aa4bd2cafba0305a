package dev.sanitiser.catalog;

import java.util.List;

/**
 * An exclusion constraint.
 *
 * @param columns attribute numbers of every column that its keys, expressions and predicate name
 */
public record Exclusion(String name, List<Integer> columns) {
    public Exclusion {
        columns = List.copyOf(columns);
    }
}
