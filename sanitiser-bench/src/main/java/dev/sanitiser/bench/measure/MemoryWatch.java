package dev.sanitiser.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Watches how much memory a process and its descendants take. Linux keeps the high-water mark of each; their sum is
 * never below the most that they took at one time.
 */
final class MemoryWatch implements AutoCloseable {

    private static final long MILLIS_BETWEEN_LOOKS = 100;
    private static final Pattern HIGH_WATER_MARK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    private final Map<Long, Long> bytesByProcess = new HashMap<>();
    private final ProcessHandle root;
    private final Thread thread = new Thread(this::watch, "bench-memory");

    private MemoryWatch(ProcessHandle root) {
        this.root = root;
    }

    static MemoryWatch start(Process process) {
        MemoryWatch watch = new MemoryWatch(process.toHandle());
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (root.isAlive()) {
                look();
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Stream.concat(Stream.of(root), root.descendants())
                .map(ProcessHandle::pid)
                .forEach(pid -> highWaterMark(pid).ifPresent(bytes -> bytesByProcess.put(pid, bytes)));
    }

    private static OptionalLong highWaterMark(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Finds the high-water mark in {@code /proc/PID/status}.
     *
     * @return bytes; empty for a process that is about to end and has no memory any more
     */
    static OptionalLong parse(String status) {
        Matcher matcher = HIGH_WATER_MARK.matcher(status);
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) << 10) : OptionalLong.empty();
    }

    /** Ends the watch; in bytes. */
    long peak() {
        close();
        return bytesByProcess.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
