package dev.sanitiser.cli.demo;

import dev.sanitiser.failure.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Cancels a run when the program is asked to end, and holds the JVM until the run has cleaned up after itself. */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_IN_SECONDS = 30;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "demo-interruption");

    private Interruption() {}

    static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    private void interrupt() {
        cancellation.cancel("interrupted.");
        try {
            boolean unused = cleanedUp.await(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cleanedUp.countDown();
        if (!cancellation.isCancelled()) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM began to end since the question above; the hook no longer waits for anything.
        }
    }
}
