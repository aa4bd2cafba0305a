package dev.sanitiser;

import dev.sanitiser.archive.Compression;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PseudonymKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * How a dump is made: {@link #defaults()}, changed by the {@code with…} methods.
 *
 * @param strategy how rows get from the source to the archive
 * @param jobs sessions that read rows side by side, and threads that compress; at least 1
 * @param maxRate limit for the rows that leave the source, in bytes of COPY text per second, at least 1; empty for
 *     none. It does not slow the statements that fill the scratch schema
 * @param lockTimeout how long one attempt to lock the tables may wait, longer than zero; three attempts are made
 * @param statementTimeout limit for each statement on the source; zero for none
 * @param maxDuration limit for the whole run, longer than zero; empty for none
 * @param comments whether the source's comments travel
 * @param eventTriggers what to do about event triggers that would fire for the scratch schema
 * @param label what the copy says it is a copy of, in each schema's comment
 * @param pgDump the program, by name or path
 * @param pgRestore the program, used for plain format only
 * @param key what pseudonyms are made with; a random one unless they shall be the same in every run
 * @param cancellation ends the run from another thread; good for one run
 */
public record DumpOptions(
        PlanOptions plan,
        Strategy strategy,
        int jobs,
        Compression compression,
        OptionalLong maxRate,
        Duration lockTimeout,
        Duration statementTimeout,
        Optional<Duration> maxDuration,
        Comments comments,
        EventTriggers eventTriggers,
        String label,
        Path pgDump,
        Path pgRestore,
        PseudonymKey key,
        Cancellation cancellation) {

    public DumpOptions {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1");
        }
        if (maxRate.orElse(1) < 1) {
            throw new IllegalArgumentException("maxRate must be at least 1");
        }
        if (lockTimeout.isNegative() || lockTimeout.isZero()) {
            throw new IllegalArgumentException("lockTimeout must be longer than zero");
        }
        if (statementTimeout.isNegative()) {
            throw new IllegalArgumentException("statementTimeout must not be negative");
        }
        if (maxDuration.filter(d -> d.isNegative() || d.isZero()).isPresent()) {
            throw new IllegalArgumentException("maxDuration must be longer than zero");
        }
    }

    /**
     * By way of a scratch schema, one job for each processor, gzip level 6, locks within 5 seconds, comments dropped, a
     * random key.
     */
    public static DumpOptions defaults() {
        return new DumpOptions(
                PlanOptions.defaults(),
                Strategy.SCRATCH,
                Runtime.getRuntime().availableProcessors(),
                Compression.standard(),
                OptionalLong.empty(),
                Duration.ofSeconds(5),
                Duration.ZERO,
                Optional.empty(),
                Comments.DROP,
                EventTriggers.REFUSE,
                "a PostgreSQL database",
                Path.of("pg_dump"),
                Path.of("pg_restore"),
                PseudonymKey.random(),
                new Cancellation());
    }

    public DumpOptions withPlan(PlanOptions other) {
        return with(parts -> parts.plan = other);
    }

    public DumpOptions withStrategy(Strategy other) {
        return with(parts -> parts.strategy = other);
    }

    public DumpOptions withJobs(int other) {
        return with(parts -> parts.jobs = other);
    }

    public DumpOptions withCompression(Compression other) {
        return with(parts -> parts.compression = other);
    }

    public DumpOptions withMaxRate(long bytesPerSecond) {
        return with(parts -> parts.maxRate = OptionalLong.of(bytesPerSecond));
    }

    public DumpOptions withLockTimeout(Duration other) {
        return with(parts -> parts.lockTimeout = other);
    }

    public DumpOptions withStatementTimeout(Duration other) {
        return with(parts -> parts.statementTimeout = other);
    }

    public DumpOptions withMaxDuration(Duration other) {
        return with(parts -> parts.maxDuration = Optional.of(other));
    }

    public DumpOptions withComments(Comments other) {
        return with(parts -> parts.comments = other);
    }

    public DumpOptions withEventTriggers(EventTriggers other) {
        return with(parts -> parts.eventTriggers = other);
    }

    public DumpOptions withLabel(String other) {
        return with(parts -> parts.label = other);
    }

    public DumpOptions withPgDump(Path other) {
        return with(parts -> parts.pgDump = other);
    }

    public DumpOptions withPgRestore(Path other) {
        return with(parts -> parts.pgRestore = other);
    }

    public DumpOptions withKey(PseudonymKey other) {
        return with(parts -> parts.key = other);
    }

    public DumpOptions withCancellation(Cancellation other) {
        return with(parts -> parts.cancellation = other);
    }

    private DumpOptions with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.toOptions();
    }

    /** Everything in one place where one thing can be changed. */
    private static final class Parts {
        private PlanOptions plan;
        private Strategy strategy;
        private int jobs;
        private Compression compression;
        private OptionalLong maxRate;
        private Duration lockTimeout;
        private Duration statementTimeout;
        private Optional<Duration> maxDuration;
        private Comments comments;
        private EventTriggers eventTriggers;
        private String label;
        private Path pgDump;
        private Path pgRestore;
        private PseudonymKey key;
        private Cancellation cancellation;

        Parts(DumpOptions options) {
            plan = options.plan;
            strategy = options.strategy;
            jobs = options.jobs;
            compression = options.compression;
            maxRate = options.maxRate;
            lockTimeout = options.lockTimeout;
            statementTimeout = options.statementTimeout;
            maxDuration = options.maxDuration;
            comments = options.comments;
            eventTriggers = options.eventTriggers;
            label = options.label;
            pgDump = options.pgDump;
            pgRestore = options.pgRestore;
            key = options.key;
            cancellation = options.cancellation;
        }

        DumpOptions toOptions() {
            return new DumpOptions(
                    plan,
                    strategy,
                    jobs,
                    compression,
                    maxRate,
                    lockTimeout,
                    statementTimeout,
                    maxDuration,
                    comments,
                    eventTriggers,
                    label,
                    pgDump,
                    pgRestore,
                    key,
                    cancellation);
        }
    }

    /** Comments are free text and may name people. */
    public enum Comments {
        DROP,
        KEEP
    }

    /** Event triggers of the source fire for the scratch schema's tables and may write to the source. */
    public enum EventTriggers {
        REFUSE,
        LET_FIRE
    }
}
