package dev.sanitiser;

import dev.sanitiser.archive.Compression;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.plan.PlanOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a dump is made.
 *
 * @param jobs workers that fill the scratch schema, and threads that compress; at least 1
 * @param lockTimeout how long one attempt to lock the tables may wait; three attempts are made
 * @param statementTimeout limit for each statement on the source; zero for none
 * @param maxDuration limit for the whole run; empty for none
 * @param comments whether the source's comments travel
 * @param eventTriggers what to do about event triggers that would fire for the scratch schema
 * @param label what the copy says it is a copy of, in each schema's comment
 * @param pgDump the program, by name or path
 * @param pgRestore the program, used for plain format only
 */
public record DumpOptions(
        PlanOptions plan,
        int jobs,
        Compression compression,
        Duration lockTimeout,
        Duration statementTimeout,
        Optional<Duration> maxDuration,
        Comments comments,
        EventTriggers eventTriggers,
        String label,
        Path pgDump,
        Path pgRestore,
        Cancellation cancellation) {

    public DumpOptions {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1");
        }
    }

    /** One job for each processor, gzip level 6, locks within 5 seconds, comments dropped. */
    public static DumpOptions defaults() {
        return new DumpOptions(
                PlanOptions.defaults(),
                Runtime.getRuntime().availableProcessors(),
                Compression.standard(),
                Duration.ofSeconds(5),
                Duration.ZERO,
                Optional.empty(),
                Comments.DROP,
                EventTriggers.REFUSE,
                "a PostgreSQL database",
                Path.of("pg_dump"),
                Path.of("pg_restore"),
                new Cancellation());
    }

    DumpOptions withPlan(PlanOptions other) {
        return new DumpOptions(
                other,
                jobs,
                compression,
                lockTimeout,
                statementTimeout,
                maxDuration,
                comments,
                eventTriggers,
                label,
                pgDump,
                pgRestore,
                cancellation);
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
