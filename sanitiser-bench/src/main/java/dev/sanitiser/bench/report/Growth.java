package dev.sanitiser.bench.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** How figures change with the size of the database. */
final class Growth {

    private final List<DatabaseResult> bySize;

    /** @param databases of one shape */
    Growth(List<DatabaseResult> databases) {
        this.bySize = databases.stream()
                .sorted(Comparator.comparing(DatabaseResult::gigabytes))
                .toList();
    }

    /** The most of a figure per gigabyte, as a multiple of what it is for the smallest database; empty for one size. */
    OptionalDouble perGigabyte(String variant, Measure measure) {
        double[] figures = bySize.stream()
                .flatMap(d -> d.median(variant, measure).stream()
                        .map(m -> m / d.gigabytes().doubleValue())
                        .boxed())
                .mapToDouble(d -> d)
                .toArray();
        return figures.length < 2 || figures[0] == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(figures).skip(1).max().orElseThrow() / figures[0]);
    }

    /** The most of a figure, as a multiple of the least, over all sizes; empty for one size. */
    OptionalDouble spread(String variant, Measure measure) {
        double[] figures = bySize.stream()
                .flatMap(d -> d.median(variant, measure).stream().boxed())
                .mapToDouble(d -> d)
                .sorted()
                .toArray();
        return figures.length < 2 || figures[0] == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(figures[figures.length - 1] / figures[0]);
    }
}
