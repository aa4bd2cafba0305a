package dev.sanitiser.bench.report;

import java.time.Duration;
import java.util.List;

/**
 * How long it took to plan for a database of many small tables.
 *
 * @param command from the start of {@code sanitiser plan} to its end, in every round
 * @param library the same plan made within a JVM that has made some before, in every round
 */
public record PlanResult(int tables, int columns, int checks, List<Duration> command, List<Duration> library) {
    public PlanResult {
        command = List.copyOf(command);
        library = List.copyOf(library);
    }

    double commandSeconds() {
        return seconds(command);
    }

    double librarySeconds() {
        return seconds(library);
    }

    private static double seconds(List<Duration> durations) {
        return Statistics.median(durations.stream().map(d -> d.toNanos() / 1e9).toList())
                .orElseThrow();
    }
}
