package dev.sanitiser.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A relation that a dump may hold: table, partitioned table, view, materialised view or foreign table. Members of
 * extensions are in the catalog too and say so.
 *
 * @param columns in the order of their numbers
 * @param checks of the table itself and inherited; in name order
 * @param partitioning present for partitioned tables
 * @param partitionOf oid of the partitioned table this table is a direct partition of
 * @param partitionConstraint what a partition's bounds and those above it ask of its rows
 *     ({@code pg_get_partition_constraintdef}); empty for a DEFAULT partition without siblings
 * @param inherits oids of the tables this one inherits from; empty for partitions
 * @param extension name of the extension that owns the relation
 * @param estimatedRowCount {@code reltuples}; -1 where the table was never analysed
 * @param sizeInBytes {@code pg_table_size}: heap and TOAST, without indexes; 0 where nothing is stored
 * @param rowSecurityHidesRows whether row security could hide rows from the current role ({@code row_security_active})
 */
public record Relation(
        long oid,
        QualifiedName name,
        Kind kind,
        Persistence persistence,
        List<Column> columns,
        List<Check> checks,
        List<UniqueIndex> uniqueIndexes,
        List<ForeignKey> foreignKeys,
        List<Exclusion> exclusions,
        Optional<Partitioning> partitioning,
        OptionalLong partitionOf,
        Optional<String> partitionConstraint,
        List<Long> inherits,
        Optional<String> extension,
        boolean rowSecurityHidesRows,
        Optional<String> comment,
        long estimatedRowCount,
        long sizeInBytes) {

    public Relation {
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
        uniqueIndexes = List.copyOf(uniqueIndexes);
        foreignKeys = List.copyOf(foreignKeys);
        exclusions = List.copyOf(exclusions);
        inherits = List.copyOf(inherits);
    }

    /** Whether the relation stores rows of its own that a dump would hold. */
    public boolean holdsRows() {
        return kind == Kind.TABLE && extension.isEmpty();
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /** @throws IllegalArgumentException if no column has this number */
    public Column column(int number) {
        return columns.stream()
                .filter(c -> c.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + number + " in " + name));
    }

    Relation withoutEstimates() {
        return new Relation(
                oid,
                name,
                kind,
                persistence,
                columns,
                checks,
                uniqueIndexes,
                foreignKeys,
                exclusions,
                partitioning,
                partitionOf,
                partitionConstraint,
                inherits,
                extension,
                rowSecurityHidesRows,
                comment,
                0,
                0);
    }

    /** {@code relkind}. */
    public enum Kind {
        TABLE,
        PARTITIONED_TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        FOREIGN_TABLE
    }

    /** {@code relpersistence}; temporary relations are not in the catalog. */
    public enum Persistence {
        PERMANENT,
        UNLOGGED
    }
}
