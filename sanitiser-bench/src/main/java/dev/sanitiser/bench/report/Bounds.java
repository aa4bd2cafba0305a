package dev.sanitiser.bench.report;

import static dev.sanitiser.bench.variant.Variants.FIRST_SYSTEM;
import static dev.sanitiser.bench.variant.Variants.RAW;
import static dev.sanitiser.bench.variant.Variants.RAW_DIRECTORY;
import static dev.sanitiser.bench.variant.Variants.SCRATCH;
import static dev.sanitiser.bench.variant.Variants.STREAM;
import static dev.sanitiser.bench.variant.Variants.STREAM_ONE_JOB;

import dev.sanitiser.bench.server.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Holds a result against what Sanitiser promises of its speed. */
final class Bounds {

    private static final double LINEAR = 1.10;

    /** In kilobytes: every 15 seconds a server notes which transactions run, in a hundred bytes. */
    private static final double WAL_OF_AN_IDLE_SERVER = 1;

    private final BenchResult result;
    private final Growth growth;

    private Bounds(BenchResult result) {
        this.result = result;
        this.growth = new Growth(result.ofShape(Shape.balanced).toList());
    }

    /** Every promise; ratios of the first balanced database, unless they compare several. */
    static List<Bound> of(BenchResult result) {
        return new Bounds(result).all();
    }

    private List<Bound> all() {
        return List.of(
                Bound.ofRatio("stream / raw, wall time", 0.70, 0.50, wall(Shape.balanced, STREAM, RAW)),
                Bound.ofRatio("scratch / raw, wall time", 1.00, 0.80, wall(Shape.balanced, SCRATCH, RAW)),
                Bound.ofRatio(
                        "scratch / first-system, wall time", 0.50, 0.40, wall(Shape.balanced, SCRATCH, FIRST_SYSTEM)),
                Bound.ofRatio(
                        "stream / raw-directory, wall time", 1.10, 0.90, wall(Shape.balanced, STREAM, RAW_DIRECTORY)),
                Bound.ofRatio(
                        "stream / stream-one-job, skewed, wall time",
                        0.65,
                        0.55,
                        wall(Shape.skewed, STREAM, STREAM_ONE_JOB)),
                Bound.ofRatio(
                        "stream: peak heap, most / least of all sizes",
                        LINEAR,
                        LINEAR,
                        growth.spread(STREAM, Measure.PEAK_HEAP)),
                Bound.ofRatio(
                        "scratch: peak heap, most / least of all sizes",
                        LINEAR,
                        LINEAR,
                        growth.spread(SCRATCH, Measure.PEAK_HEAP)),
                new Bound(
                        "stream: WAL written",
                        WAL_OF_AN_IDLE_SERVER,
                        WAL_OF_AN_IDLE_SERVER,
                        " kB",
                        first(Shape.balanced, d -> d.median(STREAM, Measure.WAL))),
                new Bound("scratch: WAL written, of the tables", 1, 1, "%", walShare()),
                Bound.ofRatio(
                        "stream / raw, restore time", 1.05, 0.90, ratio(Shape.balanced, STREAM, RAW, Measure.RESTORE)),
                new Bound("plan of many tables", 5, 2, " s", planSeconds()),
                Bound.ofRatio(
                        "stream: time per GB, largest / smallest size",
                        LINEAR,
                        LINEAR,
                        growth.perGigabyte(STREAM, Measure.WALL)),
                Bound.ofRatio(
                        "scratch: time per GB, largest / smallest size",
                        LINEAR,
                        LINEAR,
                        growth.perGigabyte(SCRATCH, Measure.WALL)));
    }

    private OptionalDouble wall(Shape shape, String variant, String other) {
        return ratio(shape, variant, other, Measure.WALL);
    }

    private OptionalDouble ratio(Shape shape, String variant, String other, Measure measure) {
        return first(shape, d -> d.ratio(variant, other, measure));
    }

    private OptionalDouble first(Shape shape, Function<DatabaseResult, OptionalDouble> figure) {
        return result.ofShape(shape).findFirst().map(figure).orElseGet(OptionalDouble::empty);
    }

    private OptionalDouble walShare() {
        return first(Shape.balanced, database -> {
            OptionalDouble kilobytes = database.median(SCRATCH, Measure.WAL);
            return kilobytes.isPresent()
                    ? OptionalDouble.of(100
                            * kilobytes.getAsDouble()
                            * 1e3
                            / database.size().tables())
                    : OptionalDouble.empty();
        });
    }

    private OptionalDouble planSeconds() {
        Optional<PlanResult> plan = result.plan();
        return plan.isPresent() ? OptionalDouble.of(plan.get().commandSeconds()) : OptionalDouble.empty();
    }
}
