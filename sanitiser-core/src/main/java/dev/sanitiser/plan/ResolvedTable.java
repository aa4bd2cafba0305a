package dev.sanitiser.plan;

import java.util.Map;
import java.util.Optional;

/**
 * What the allow list says about one table that holds rows.
 *
 * @param choices for each column of the table, by its number
 */
record ResolvedTable(RowSelection rows, Map<Integer, ColumnChoice> choices) {
    ResolvedTable {
        choices = Map.copyOf(choices);
    }

    /** @throws IllegalArgumentException if the table has no column of this number */
    ColumnChoice choice(int columnNumber) {
        return Optional.ofNullable(choices.get(columnNumber))
                .orElseThrow(() -> new IllegalArgumentException("no column " + columnNumber));
    }
}
