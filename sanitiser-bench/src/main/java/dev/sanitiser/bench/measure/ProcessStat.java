package dev.sanitiser.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process as {@code /proc/PID/stat} shows it; see proc(5).
 *
 * @param cpu user and system time of its own threads, in steps of 10 ms
 * @param reapedCpu the same of the children that it has waited for, and of theirs
 */
record ProcessStat(long pid, long parent, Duration cpu, Duration reapedCpu) {

    /** {@code USER_HZ} is 100 on all of Linux's architectures that Java runs on. */
    private static final long MILLIS_PER_TICK = 10;

    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int REAPED_USER_TIME = 13;

    /** @param line the whole of the file; the program's name, in parentheses, may hold anything */
    static ProcessStat parse(String line) {
        int name = line.indexOf('(');
        int endOfName = line.lastIndexOf(')');
        String[] fields = line.substring(endOfName + 2).split(" ");
        return new ProcessStat(
                Long.parseLong(line.substring(0, name).strip()),
                Long.parseLong(fields[PARENT]),
                twoFields(fields, USER_TIME),
                twoFields(fields, REAPED_USER_TIME));
    }

    private static Duration twoFields(String[] fields, int first) {
        return Duration.ofMillis(MILLIS_PER_TICK * (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])));
    }

    /** @return empty if the process has ended */
    static Optional<ProcessStat> of(long pid) {
        try {
            return Optional.of(parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Duration total() {
        return cpu.plus(reapedCpu);
    }
}
