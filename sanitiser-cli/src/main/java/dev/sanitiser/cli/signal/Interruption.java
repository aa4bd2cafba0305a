package dev.sanitiser.cli.signal;

import dev.sanitiser.failure.Cancellation;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into the end of a run: the run is cancelled, given time to clean up, and the process ends
 * with 130, or with 0 where the run had just succeeded.
 */
public final class Interruption implements AutoCloseable {

    /** What a run that a signal ended tells the shell. */
    public static final int EXIT_CODE = 130;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cancellation cancellation;
    private final PrintWriter errors;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "sanitiser-interruption");
    private volatile boolean succeeded;

    private Interruption(Cancellation cancellation, PrintWriter errors) {
        this.cancellation = cancellation;
        this.errors = errors;
    }

    /** Listens for signals until closed. */
    public static Interruption listen(Cancellation cancellation, PrintWriter errors) {
        Interruption interruption = new Interruption(cancellation, errors);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What the run was to do is done, whatever signal comes now. */
    public void succeeded() {
        succeeded = true;
    }

    private void interrupt() {
        if (!succeeded) {
            say("Interrupted; cleaning up ...");
        }
        cancellation.cancel("interrupted");
        if (!runEnds()) {
            say("The run did not end within " + PATIENCE.toSeconds()
                    + " seconds. The previous dump is untouched; the next"
                    + " run drops what this one leaves in the source.");
        }
        errors.flush();
        Runtime.getRuntime().halt(succeeded ? 0 : EXIT_CODE);
    }

    private boolean runEnds() {
        try {
            return ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void say(String line) {
        errors.println(line);
        errors.flush();
    }

    /** Ends the listening. Once a signal has come, this does not return: the process is about to end. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
