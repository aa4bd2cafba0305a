package dev.sanitiser.catalog;

import java.util.List;

/**
 * A foreign key of a referencing table. The copies that PostgreSQL makes for partitions are left out: a partition obeys
 * its root's.
 *
 * @param referencedTable oid of the referenced table
 * @param columns attribute numbers in the referencing table
 * @param referencedColumns attribute numbers in the referenced table, in the same order
 * @param matchFull MATCH FULL: all columns NULL or none
 */
public record ForeignKey(
        String name,
        long referencedTable,
        List<Integer> columns,
        List<Integer> referencedColumns,
        boolean matchFull,
        boolean validated) {
    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
