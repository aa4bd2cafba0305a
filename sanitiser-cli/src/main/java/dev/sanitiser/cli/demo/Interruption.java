package dev.sanitiser.cli.demo;

import dev.sanitiser.failure.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into the end of the demo: the run is cancelled, given time to stop its server and to delete
 * its folder, and the process ends with exit code 130.
 */
final class Interruption implements AutoCloseable {

    private static final int EXIT_CODE = 130;
    private static final long PATIENCE_IN_SECONDS = 30;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "demo-interruption");

    private Interruption() {}

    /** Listens for signals until closed. */
    static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    private void interrupt() {
        cancellation.cancel("interrupted");
        try {
            boolean unused = cleanedUp.await(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    @Override
    public void close() {
        cleanedUp.countDown();
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook sees to how; it no longer waits for this run.
            return;
        }
    }
}
