package dev.sanitiser.draft;

import java.util.Map;
import java.util.Optional;

/**
 * What the rows of one table told.
 *
 * @param columns by name, only those that were looked at
 * @param note why not all columns were judged by their content, without a full stop; empty if all were
 */
record TableContent(Map<String, ColumnContent> columns, Optional<String> note) {

    TableContent {
        columns = Map.copyOf(columns);
    }

    static TableContent unseen(String note) {
        return new TableContent(Map.of(), Optional.of(note));
    }

    Optional<ColumnContent> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }
}
