package dev.sanitiser.bench.measure;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One dump.
 *
 * @param clientCpu user and system time of all processes but the server's
 * @param serverCpu the same of the server's; empty where it is not ours to look at
 * @param peakMemory of the client, in bytes
 * @param heap of our JVM; empty for other programs
 * @param size of the dump, in bytes
 * @param wal written by the server meanwhile, in bytes; empty where the role may not ask
 * @param restore how long {@code pg_restore} took; empty where it was left out
 */
public record Measurement(
        Duration wall,
        Duration clientCpu,
        Optional<Duration> serverCpu,
        long peakMemory,
        Optional<HeapUse> heap,
        long size,
        OptionalLong wal,
        Optional<Duration> restore) {

    /** The same dump, restored. */
    public Measurement withRestore(Duration duration) {
        return new Measurement(wall, clientCpu, serverCpu, peakMemory, heap, size, wal, Optional.of(duration));
    }
}
