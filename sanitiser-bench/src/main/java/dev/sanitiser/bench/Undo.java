package dev.sanitiser.bench;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What must be undone in every ending, the last first: when closed, and when a signal ends the JVM. Then resources are
 * closed under whoever still uses them, who fails, and is given time to tidy up.
 */
final class Undo implements AutoCloseable {

    private static final long SECONDS_TO_TIDY_UP = 10;

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final PrintWriter errors;
    private final Thread hook = new Thread(this::interrupted, "bench-undo");
    private final CountDownLatch tidy = new CountDownLatch(1);
    private boolean done;

    private Undo(PrintWriter errors) {
        this.errors = errors;
    }

    /** @param errors for what a signal's reader should know */
    static Undo listening(PrintWriter errors) {
        Undo undo = new Undo(errors);
        Runtime.getRuntime().addShutdownHook(undo.hook);
        return undo;
    }

    /** Opens a resource; a signal waits until it is open, and then closes it. */
    synchronized <T extends AutoCloseable> T open(Supplier<T> opening) {
        if (done) {
            throw new SanitiserException(FailureKind.INTERRUPTED, "The benchmark was stopped.");
        }
        T resource = opening.get();
        resources.push(resource);
        return resource;
    }

    private void interrupted() {
        errors.println("Interrupted; cleaning up ...");
        errors.flush();
        undoAll();
        try {
            if (!tidy.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS)) {
                errors.println("The benchmark did not end by itself.");
                errors.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void undoAll() {
        done = true;
        while (!resources.isEmpty()) {
            close(resources.pop());
        }
    }

    /** One that does not close must not keep the others from it. */
    private void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            errors.println(e.getMessage());
            errors.flush();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            awaitEnd();
        }
        undoAll();
    }

    /** The JVM is about to end: the signal's thread undoes everything, and what that broke is not worth a word. */
    private void awaitEnd() {
        tidy.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
