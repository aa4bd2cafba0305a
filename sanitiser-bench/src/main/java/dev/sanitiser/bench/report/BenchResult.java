package dev.sanitiser.bench.report;

import dev.sanitiser.bench.server.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that one run of the benchmark measured.
 *
 * @param circumstances by name: versions, options, machine
 */
public record BenchResult(
        Map<String, String> circumstances, List<DatabaseResult> databases, Optional<PlanResult> plan) {
    public BenchResult {
        databases = List.copyOf(databases);
    }

    /** The databases of a shape, as their sizes were given. */
    Stream<DatabaseResult> ofShape(Shape shape) {
        return databases.stream().filter(d -> d.shape() == shape);
    }
}
