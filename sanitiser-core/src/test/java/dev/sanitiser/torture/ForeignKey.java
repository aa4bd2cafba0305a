package dev.sanitiser.torture;

import java.util.List;

/** A foreign key of a random table; its columns stand in the order of those that they refer to. */
record ForeignKey(Table target, List<String> columns, List<String> targetColumns) {

    ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
