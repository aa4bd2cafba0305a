package dev.sanitiser.bench.server;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a database's size is shared out among its tables. */
public enum Shape {
    /** {@code events}, the largest table, holds a third. */
    balanced(1, 1),
    /** {@code events} holds four fifths. */
    skewed(2.3, 0.3);

    private static final String LARGEST = "events";
    private static final Map<String, Integer> ROWS_OF_A_GIGABYTE = Map.of(
            "users",
            200_000,
            "orders",
            500_000,
            LARGEST,
            1_000_000,
            "metrics",
            100_000,
            "articles",
            25_000,
            "readings",
            1_500_000);

    private final double shareOfLargest;
    private final double shareOfOthers;

    Shape(double shareOfLargest, double shareOfOthers) {
        this.shareOfLargest = shareOfLargest;
        this.shareOfOthers = shareOfOthers;
    }

    /**
     * How many rows each table gets.
     *
     * @param gigabytes of the whole database, indexes included
     */
    Map<String, Long> rows(BigDecimal gigabytes) {
        Map<String, Long> rows = new LinkedHashMap<>();
        ROWS_OF_A_GIGABYTE.forEach((table, count) -> rows.put(
                table,
                Math.round(
                        count * gigabytes.doubleValue() * (table.equals(LARGEST) ? shareOfLargest : shareOfOthers))));
        return rows;
    }
}
