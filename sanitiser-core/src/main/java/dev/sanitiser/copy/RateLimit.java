package dev.sanitiser.copy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Holds up whoever takes more bytes than a run may, all its sessions together. */
final class RateLimit {

    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final OptionalLong bytesPerSecond;
    private final LongSupplier nanoTime;
    private long freeAt;
    private boolean stopped;

    /** @param bytesPerSecond at least 1; empty for no limit */
    RateLimit(OptionalLong bytesPerSecond, LongSupplier nanoTime) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanoTime = nanoTime;
        this.freeAt = nanoTime.getAsLong();
    }

    /**
     * Returns once the bytes may have been taken.
     *
     * @throws SanitiserException of kind INTERRUPTED after {@link #stop}, or when the thread is interrupted
     */
    synchronized void take(long bytes) {
        if (bytesPerSecond.isEmpty()) {
            return;
        }
        long until = reserve(bytes);
        try {
            long left = until - nanoTime.getAsLong();
            while (left > 0 && !stopped) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = until - nanoTime.getAsLong();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended();
        }
        if (stopped) {
            throw ended();
        }
    }

    /** @return the time at which bytes that are taken now have had their share of a second */
    long reserve(long bytes) {
        long start = Math.max(freeAt, nanoTime.getAsLong());
        freeAt = start + Math.round((double) bytes / bytesPerSecond.orElseThrow() * NANOS_PER_SECOND);
        return freeAt;
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private static SanitiserException ended() {
        return new SanitiserException(FailureKind.INTERRUPTED, "The run was stopped: its rows are not wanted any more");
    }
}
