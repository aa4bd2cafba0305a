package dev.sanitiser;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a run that takes longer than it may. */
final class Deadline implements AutoCloseable {

    private final Optional<Duration> maxDuration;
    private final Cancellation cancellation;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Deadline::daemon);
    private volatile boolean passed;

    Deadline(Optional<Duration> maxDuration, Cancellation cancellation) {
        this.maxDuration = maxDuration;
        this.cancellation = cancellation;
        maxDuration.ifPresent(max -> {
            var unused = timer.schedule(this::pass, max.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sanitiser-deadline");
        thread.setDaemon(true);
        return thread;
    }

    private void pass() {
        passed = !cancellation.isCancelled();
        cancellation.cancel("its time was up");
    }

    /** The failure to report: the deadline's own if that is what ended the run. */
    RuntimeException explain(RuntimeException failure) {
        if (!passed) {
            return failure;
        }
        SanitiserException explanation = new SanitiserException(
                FailureKind.ENVIRONMENT,
                "The run was stopped because it took longer than the " + allowed()
                        + " s allowed (--max-duration). Nothing was published.");
        for (Throwable suppressed : failure.getSuppressed()) {
            explanation.addSuppressed(suppressed);
        }
        return explanation;
    }

    private String allowed() {
        return BigDecimal.valueOf(maxDuration.orElseThrow().toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
