package dev.sanitiser.bench.variant;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** All ways of dumping that are compared. */
public final class Variants {

    /** What the others are compared with. */
    public static final String RAW = "raw";

    public static final String RAW_DIRECTORY = "raw-directory";
    public static final String FIRST_SYSTEM = "first-system";
    public static final String STREAM = "stream";
    public static final String STREAM_DIRECTORY = "stream-directory";
    public static final String STREAM_ONE_JOB = "stream-one-job";
    public static final String SCRATCH = "scratch";
    public static final String SCRATCH_DIRECTORY = "scratch-directory";

    private Variants() {}

    /**
     * Every variant, in the order in which they run.
     *
     * @param jobs for those that work in parallel
     * @param level of compression, 0 to 9, for all
     */
    public static List<Variant> all(Program program, int jobs, int level) {
        String compress = "--compress=" + level;
        Ours ours = new Ours(program, level);
        return List.of(
                new PgDump(RAW, List.of("--format=custom", compress)),
                new PgDump(RAW_DIRECTORY, List.of("--format=directory", "--jobs=" + jobs, compress)),
                new FirstSystem(level),
                ours.dump(STREAM, "stream", "custom", jobs),
                ours.dump(STREAM_DIRECTORY, "stream", "directory", jobs),
                ours.dump(STREAM_ONE_JOB, "stream", "custom", 1),
                ours.dump(SCRATCH, "scratch", "custom", jobs),
                ours.dump(SCRATCH_DIRECTORY, "scratch", "directory", jobs));
    }

    /**
     * Those of some names, in the order in which all run.
     *
     * @throws SanitiserException of kind USAGE for a name that none has
     */
    public static List<Variant> named(Collection<String> names, List<Variant> all) {
        List<String> unknown = new ArrayList<>(names);
        all.forEach(variant -> unknown.remove(variant.name()));
        if (!unknown.isEmpty()) {
            throw new SanitiserException(
                    FailureKind.USAGE,
                    "There is no variant " + String.join(", ", unknown) + ". Expected some of: "
                            + all.stream().map(Variant::name).collect(Collectors.joining(", ")) + ".");
        }
        return all.stream().filter(variant -> names.contains(variant.name())).toList();
    }

    private record Ours(Program program, int level) {
        Variant dump(String name, String strategy, String format, int jobs) {
            return new SanitiserDump(
                    name,
                    program,
                    List.of(
                            "--strategy=" + strategy,
                            "--format=" + format,
                            "--jobs=" + jobs,
                            "--compress=" + (level == 0 ? "none" : "gzip:" + level)));
        }
    }
}
