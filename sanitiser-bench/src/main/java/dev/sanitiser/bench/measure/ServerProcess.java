package dev.sanitiser.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A PostgreSQL server of this machine, by its first process: the one that starts all others and waits for them.
 *
 * @param postmaster its process id
 */
public record ServerProcess(long postmaster) {

    private static final int LOOKS = 1_000;
    private static final long MILLIS_BETWEEN_LOOKS = 10;

    /** User and system time of all the server's processes, those that have ended included. */
    public Duration cpu() {
        Duration children = children().stream().map(ProcessStat::total).reduce(Duration.ZERO, Duration::plus);
        return ProcessStat.of(postmaster).orElseThrow().total().plus(children);
    }

    /** The processes that serve clients or the server itself. */
    public Set<Long> processes() {
        return children().stream().map(ProcessStat::pid).collect(Collectors.toUnmodifiableSet());
    }

    /** Waits, ten seconds at most, until all other processes have ended: their clients have gone. */
    public void awaitEndOfAllBut(Set<Long> processes) throws InterruptedException {
        for (int look = 0; look < LOOKS && !processes.containsAll(processes()); look++) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    private List<ProcessStat> children() {
        return ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::children)
                .map(child -> ProcessStat.of(child.pid()))
                .flatMap(Optional::stream)
                .toList();
    }
}
