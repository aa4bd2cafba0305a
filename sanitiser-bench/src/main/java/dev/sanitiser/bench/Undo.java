package dev.sanitiser.bench;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What must be undone in every ending, the last first: when closed, and when a signal ends the JVM. Resources give way
 * at once: whoever still uses one fails.
 */
final class Undo implements AutoCloseable {

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final PrintWriter errors;
    private final Thread hook = new Thread(this::interrupted, "bench-undo");
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

    synchronized <T extends AutoCloseable> T add(T resource) {
        if (done) {
            closeQuietly(resource);
        } else {
            resources.push(resource);
        }
        return resource;
    }

    private void interrupted() {
        errors.println("Interrupted; cleaning up ...");
        errors.flush();
        undoAll();
    }

    private synchronized void undoAll() {
        done = true;
        while (!resources.isEmpty()) {
            closeQuietly(resources.pop());
        }
    }

    /** One that does not close must not keep the others from it. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private void closeQuietly(AutoCloseable resource) {
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
            undoAll();
        } catch (IllegalStateException e) {
            awaitEnd();
        }
    }

    /** The JVM is about to end: the signal's thread undoes everything, and what it broke is not worth a word. */
    private void awaitEnd() {
        try {
            hook.join();
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
