package dev.sanitiser.catalog;

import java.util.List;

/**
 * How a partitioned table routes rows to its partitions.
 *
 * @param columns attribute numbers of all columns of the partition key, also those inside expressions
 * @param hashOfEnum whether the key hashes an enum: its labels' oids differ in a restored copy, so rows must be loaded
 *     through the root
 * @param routesEveryRow whether every value has a home: there is a DEFAULT partition, or a hash partition for each
 *     remainder
 */
public record Partitioning(Strategy strategy, List<Integer> columns, boolean hashOfEnum, boolean routesEveryRow) {
    public Partitioning {
        columns = List.copyOf(columns);
    }

    /** {@code partstrat}. */
    public enum Strategy {
        LIST,
        RANGE,
        HASH
    }
}
