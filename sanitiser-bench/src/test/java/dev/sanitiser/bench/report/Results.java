package dev.sanitiser.bench.report;

import dev.sanitiser.bench.measure.HeapUse;
import dev.sanitiser.bench.measure.Measurement;
import dev.sanitiser.bench.server.DatabaseSize;
import dev.sanitiser.bench.server.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Measurements as tests need them. */
final class Results {

    private final Map<String, List<Measurement>> rounds = new LinkedHashMap<>();

    /** @param wallSeconds of each round */
    Results raw(String name, double... wallSeconds) {
        rounds.put(
                name,
                Arrays.stream(wallSeconds)
                        .mapToObj(s -> measurement(s, Optional.empty(), 0))
                        .toList());
        return this;
    }

    Results ours(String name, int heapMegabytes, int walBytes, double... wallSeconds) {
        long heap = (long) heapMegabytes * 1_000_000;
        rounds.put(
                name,
                Arrays.stream(wallSeconds)
                        .mapToObj(s -> measurement(s, Optional.of(new HeapUse(heap, heap / 2)), walBytes))
                        .toList());
        return this;
    }

    DatabaseResult of(Shape shape, int gigabytes) {
        DatabaseSize size = new DatabaseSize(gigabytes * 1_100_000_000L, gigabytes * 1_000_000_000L);
        return new DatabaseResult(shape, BigDecimal.valueOf(gigabytes), size, rounds);
    }

    private static Measurement measurement(double wallSeconds, Optional<HeapUse> heap, long wal) {
        Duration wall = Duration.ofMillis(Math.round(1_000 * wallSeconds));
        return new Measurement(
                wall,
                wall.dividedBy(2),
                Optional.of(wall.dividedBy(4)),
                30_000_000,
                heap,
                200_000_000,
                OptionalLong.of(wal),
                Optional.of(wall.multipliedBy(2)));
    }
}
