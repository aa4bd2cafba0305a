package dev.sanitiser.failure;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Ends a run from another thread: statements are cancelled, child processes ended, and the run cleans up and throws.
 */
public final class Cancellation {

    private final Set<Runnable> actions = new LinkedHashSet<>();
    private String reason = "";
    private boolean cancelled;

    /**
     * Asks the run to end; later calls do nothing.
     *
     * @param why completes the sentence "The run was stopped: …"
     */
    public void cancel(String why) {
        Set<Runnable> toRun;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            reason = why;
            toRun = new LinkedHashSet<>(actions);
        }
        toRun.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** @throws SanitiserException of kind INTERRUPTED once somebody has cancelled */
    public synchronized void throwIfCancelled() {
        if (cancelled) {
            throw new SanitiserException(FailureKind.INTERRUPTED, "The run was stopped: " + reason);
        }
    }

    /**
     * Runs an action on cancellation, at once if that has happened already.
     *
     * @return ends the registration
     */
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> {
                    synchronized (this) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    /**
     * Cancels another one as well, for the same reason.
     *
     * @return ends the registration
     */
    public Registration passOnTo(Cancellation other) {
        return onCancel(() -> other.cancel(reason()));
    }

    private synchronized String reason() {
        return reason;
    }

    /** Something that listens for the cancellation until it is closed. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
