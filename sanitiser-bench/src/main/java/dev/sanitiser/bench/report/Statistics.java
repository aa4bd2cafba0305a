package dev.sanitiser.bench.report;

import java.util.List;
import java.util.OptionalDouble;

/** What several measurements of one thing say. */
final class Statistics {

    private Statistics() {}

    /** The middle one, or the mean of the two in the middle; empty for none. */
    static OptionalDouble median(List<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    /** How far the largest is from the smallest, as a share of the median; empty for none, or a median of zero. */
    static OptionalDouble spread(List<Double> values) {
        OptionalDouble median = median(values);
        if (median.isEmpty() || median.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        double smallest = values.stream().mapToDouble(v -> v).min().orElseThrow();
        double largest = values.stream().mapToDouble(v -> v).max().orElseThrow();
        return OptionalDouble.of((largest - smallest) / median.getAsDouble());
    }
}
