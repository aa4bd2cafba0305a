package dev.sanitiser.bench;

import dev.sanitiser.bench.server.Shape;
import dev.sanitiser.bench.variant.Program;
import dev.sanitiser.bench.variant.Variant;
import dev.sanitiser.bench.variant.Variants;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.math.BigDecimal;
import java.util.List;
import picocli.CommandLine.Option;

/** What is dumped, and how. */
final class ComparisonOptions {

    @Option(
            names = {"--size", "--sizes"},
            paramLabel = "GB",
            split = ",",
            description = "Gigabytes of the database, indexes included; several show how costs grow. Default: 1")
    private List<BigDecimal> sizes = List.of(BigDecimal.ONE);

    @Option(
            names = {"--shape", "--shapes"},
            paramLabel = "SHAPE",
            split = ",",
            description = "balanced; or skewed: one table holds four fifths. Default: balanced")
    private List<Shape> shapes = List.of(Shape.balanced);

    @Option(
            names = "--only",
            paramLabel = "VARIANT",
            split = ",",
            description = "Some of raw, raw-directory, first-system, stream, stream-directory, stream-one-job, scratch,"
                    + " scratch-directory. Default: all of them")
    private List<String> only = List.of();

    @Option(
            names = "--restores",
            paramLabel = "N",
            description = "In so many of the rounds each dump is also restored; 0 for none. Default: ${DEFAULT-VALUE}")
    private int restores = 1;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "Of whatever works in parallel. Default: ${DEFAULT-VALUE}")
    private int jobs = 2;

    @Option(
            names = "--level",
            paramLabel = "0..9",
            description = "Compression, the same for all. Default: ${DEFAULT-VALUE}")
    private int level = 6;

    @Option(names = "--plan", description = "Also time plans for a database of many tables.")
    private boolean plan;

    /** @throws SanitiserException of kind USAGE for values that no run can have */
    void check() {
        if (sizes.stream().anyMatch(size -> size.signum() <= 0)) {
            throw new SanitiserException(FailureKind.USAGE, "--size must be more than zero.");
        }
        if (jobs < 1 || level < 0 || level > 9 || restores < 0) {
            throw new SanitiserException(
                    FailureKind.USAGE, "--jobs must be 1 or more, --level 0 to 9, --restores 0 or more.");
        }
    }

    List<BigDecimal> sizes() {
        return sizes;
    }

    List<Shape> shapes() {
        return shapes;
    }

    int jobs() {
        return jobs;
    }

    int level() {
        return level;
    }

    boolean plans() {
        return plan;
    }

    Settings settings(int rounds) {
        return new Settings(rounds, restores, jobs);
    }

    List<Variant> variants(Program program) {
        List<Variant> all = Variants.all(program, jobs, level);
        return only.isEmpty() ? all : Variants.named(only, all);
    }
}
