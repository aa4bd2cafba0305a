package dev.sanitiser.cli;

import dev.sanitiser.DumpOptions;
import dev.sanitiser.DumpOptions.Comments;
import dev.sanitiser.DumpOptions.EventTriggers;
import dev.sanitiser.Strategy;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a run behaves towards the source. */
final class RunOptions {

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "Read the rows of so many tables, or parts of a large one, at a time. Default: one for each"
                    + " processor")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--max-rate",
            paramLabel = "BYTES",
            converter = RateConverter.class,
            description = "Limit for the rows that leave the source, per second and before compression: a number with"
                    + " kB, MB or GB. It does not slow the statements that fill the temporary schema of --strategy"
                    + " scratch. Default: none")
    private @Nullable Long maxRate;

    @Option(
            names = "--lock-timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long one attempt to lock the tables against changes of their structure may wait and hold"
                    + " others up. Default: 5s")
    private Duration lockTimeout = Duration.ofSeconds(5);

    @Option(
            names = "--statement-timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Limit for each statement on the source. Default: none")
    private Duration statementTimeout = Duration.ZERO;

    @Option(
            names = "--max-duration",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Limit for the whole run. Default: none")
    private @Nullable Duration maxDuration;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "scratch: sanitise into unlogged tables of a temporary schema of the source, then copy them"
                    + " out. stream: copy straight out of the source, which is only read; for standbys and roles that"
                    + " may not create a schema. Both give the same rows. Default: ${DEFAULT-VALUE}")
    private String strategy = "scratch";

    @Option(
            names = "--keep-comments",
            description =
                    "Let the comments on tables, columns and other objects travel; they are free text and may name"
                            + " people.")
    private boolean keepComments;

    @Option(
            names = "--allow-event-triggers",
            description = "Go on although event triggers of the source fire for the temporary schema.")
    private boolean allowEventTriggers;

    @Option(names = "--pg-dump", paramLabel = "PATH", description = "The program to use. Default: ${DEFAULT-VALUE}")
    private Path pgDump = Path.of("pg_dump");

    @Option(
            names = "--pg-restore",
            paramLabel = "PATH",
            description = "The program to use for --format plain. Default: ${DEFAULT-VALUE}")
    private Path pgRestore = Path.of("pg_restore");

    /** @throws SanitiserException of kind USAGE for values that no run can have */
    void check() {
        if (!strategy.equals("scratch") && !strategy.equals("stream")) {
            throw usage("There is no such strategy. Expected --strategy scratch or --strategy stream.");
        }
        if (jobs < 1) {
            throw usage("--jobs must be 1 or more.");
        }
        if (lockTimeout.isZero()) {
            throw usage("--lock-timeout must be longer than zero: a lock that waits without limit holds up every query"
                    + " on its table.");
        }
        if (maxDuration != null && maxDuration.isZero()) {
            throw usage("--max-duration must be longer than zero; leave it out for no limit.");
        }
    }

    DumpOptions toDumpOptions(PlanOptions plan, Compression compression, String label) {
        DumpOptions options = DumpOptions.defaults()
                .withPlan(plan)
                .withStrategy(strategy.equals("stream") ? Strategy.STREAM : Strategy.SCRATCH)
                .withJobs(jobs)
                .withCompression(compression)
                .withLockTimeout(lockTimeout)
                .withStatementTimeout(statementTimeout)
                .withComments(keepComments ? Comments.KEEP : Comments.DROP)
                .withEventTriggers(allowEventTriggers ? EventTriggers.LET_FIRE : EventTriggers.REFUSE)
                .withLabel(label)
                .withPgDump(pgDump)
                .withPgRestore(pgRestore);
        DumpOptions limited = maxRate == null ? options : options.withMaxRate(maxRate);
        return maxDuration == null ? limited : limited.withMaxDuration(maxDuration);
    }

    private static SanitiserException usage(String message) {
        return new SanitiserException(FailureKind.USAGE, message);
    }
}
