package dev.sanitiser.bench.server;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The database that {@link Content#buildManyTables} makes. */
public final class ManyTables {

    public static final int TABLES = 1_000;
    public static final int COLUMNS = 10_000;
    public static final int CHECKS = 1_500;

    private ManyTables() {}

    /** An allow list that keeps two columns of every table: each of the constraints is about faked ones. */
    public static String allowList() {
        return IntStream.rangeClosed(1, TABLES)
                .mapToObj("\"record_%04d\": [\"id\", \"previous_id\"]"::formatted)
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
