package dev.sanitiser.bench.report;

import dev.sanitiser.bench.measure.Measurement;
import dev.sanitiser.bench.server.DatabaseSize;
import dev.sanitiser.bench.server.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured of one database.
 *
 * @param gigabytes that were asked for
 * @param size that it has
 * @param rounds by variant, in the order in which variants run; the first of each list were made in the same round
 */
public record DatabaseResult(
        Shape shape, BigDecimal gigabytes, DatabaseSize size, Map<String, List<Measurement>> rounds) {
    public DatabaseResult {
        rounds = Collections.unmodifiableMap(new LinkedHashMap<>(rounds));
    }

    /** The median over the rounds; empty if it was never measured. */
    OptionalDouble median(String variant, Measure measure) {
        return Statistics.median(values(variant, measure));
    }

    OptionalDouble spread(String variant, Measure measure) {
        return Statistics.spread(values(variant, measure));
    }

    /** The median over the rounds of how many times as much a variant takes as another in the same round. */
    OptionalDouble ratio(String variant, String other, Measure measure) {
        List<Measurement> ours = of(variant);
        List<Measurement> theirs = of(other);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            OptionalDouble ratio = ratio(measure.of(ours.get(i)), measure.of(theirs.get(i)));
            ratio.ifPresent(ratios::add);
        }
        return Statistics.median(ratios);
    }

    private static OptionalDouble ratio(OptionalDouble amount, OptionalDouble other) {
        return amount.isPresent() && other.isPresent() && other.getAsDouble() > 0
                ? OptionalDouble.of(amount.getAsDouble() / other.getAsDouble())
                : OptionalDouble.empty();
    }

    private List<Double> values(String variant, Measure measure) {
        return of(variant).stream().flatMap(m -> measure.of(m).stream().boxed()).toList();
    }

    private List<Measurement> of(String variant) {
        return rounds.getOrDefault(variant, List.of());
    }
}
