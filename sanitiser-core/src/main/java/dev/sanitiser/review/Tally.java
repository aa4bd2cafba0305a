package dev.sanitiser.review;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many columns each treatment has; those of tables without rows count nowhere. */
record Tally(Map<Treatment, Long> columns) {
    Tally {
        columns = Map.copyOf(columns);
    }

    static Tally of(Collection<ReviewTable> tables) {
        return new Tally(tables.stream()
                .flatMap(t -> t.columns().stream())
                .collect(Collectors.groupingBy(
                        ReviewColumn::treatment, () -> new EnumMap<>(Treatment.class), Collectors.counting())));
    }

    long of(Treatment treatment) {
        return columns.getOrDefault(treatment, 0L);
    }

    long total() {
        return columns.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those that occur, the most real ones first. */
    List<Treatment> present() {
        return columns.keySet().stream().sorted().toList();
    }

    /** {@code 3 kept, 1 pseudonym, 12 faked}. */
    String words() {
        return present().stream().map(t -> t.counted(of(t))).collect(Collectors.joining(", "));
    }
}
