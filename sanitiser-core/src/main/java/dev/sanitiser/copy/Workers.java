package dev.sanitiser.copy;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sessions that work side by side, each in a thread of its own. The first failure ends them all. */
final class Workers implements AutoCloseable {

    private final Cancellation cancellation;
    private final Function<Cancellation, Session> sessions;
    private final Runnable whenEnding;
    private final ExecutorService executor;
    private final Cancellation workersOnly = new Cancellation();
    private final Cancellation.Registration registration;
    private final AtomicReference<@Nullable RuntimeException> firstFailure = new AtomicReference<>();

    private Workers(
            Cancellation cancellation,
            Function<Cancellation, Session> sessions,
            Runnable whenEnding,
            ExecutorService executor) {
        this.cancellation = cancellation;
        this.sessions = sessions;
        this.whenEnding = whenEnding;
        this.executor = executor;
        this.registration = cancellation.onCancel(() -> stop("the run was stopped"));
    }

    /**
     * Starts the workers.
     *
     * @param cancellation ends them as a failure does
     * @param sessions opens a session whose statements end with the given cancellation
     * @param whenEnding wakes workers that wait for something else than the server, once they shall end early
     * @param work of one worker, with its session
     */
    static Workers start(
            int count,
            Cancellation cancellation,
            Function<Cancellation, Session> sessions,
            Runnable whenEnding,
            Consumer<Session> work) {
        Workers workers = new Workers(
                cancellation, sessions, whenEnding, Executors.newFixedThreadPool(Math.max(1, count), Workers::daemon));
        for (int i = 0; i < count; i++) {
            workers.executor.execute(() -> workers.run(work));
        }
        workers.executor.shutdown();
        return workers;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sanitiser-rows");
        thread.setDaemon(true);
        return thread;
    }

    private void run(Consumer<Session> work) {
        try (Session session = sessions.apply(workersOnly)) {
            work.accept(session);
        } catch (RuntimeException e) {
            end(e);
        } catch (Error e) {
            end(new IllegalStateException("a worker failed", e));
        }
    }

    /** What a worker asks before it begins something new. */
    void throwIfEnding() {
        workersOnly.throwIfCancelled();
    }

    /** The first failure is the run's; the cancelled statements that follow from it are not. */
    void end(RuntimeException failure) {
        firstFailure.compareAndSet(null, failure);
        stop("another worker failed");
    }

    private void stop(String why) {
        workersOnly.cancel(why);
        whenEnding.run();
    }

    /**
     * Returns only when all workers have ended.
     *
     * @throws RuntimeException the first failure
     */
    void await() {
        awaitEnd();
        cancellation.throwIfCancelled();
        RuntimeException failure = firstFailure.get();
        if (failure != null) {
            throw failure;
        }
    }

    private void awaitEnd() {
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                boolean unused = executor.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
                end(new SanitiserException(FailureKind.INTERRUPTED, "The run was stopped: its thread was interrupted"));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what is still at work. */
    @Override
    public void close() {
        if (!executor.isTerminated()) {
            stop("the rows are not needed any more");
        }
        awaitEnd();
        registration.close();
    }
}
