package dev.sanitiser.bench.measure;

import java.time.Duration;

/**
 * CPU time of the child processes that this JVM has waited for, with all that they waited for themselves: of a
 * {@code java} that ran {@code pg_dump}, both.
 */
public final class ClientCpu {

    private ClientCpu() {}

    /** User and system time since this JVM started. */
    public static Duration total() {
        return ProcessStat.of(ProcessHandle.current().pid()).orElseThrow().reapedCpu();
    }
}
