package dev.sanitiser.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk of memory, mounted where one child process alone sees it. */
record SmallDisk(List<String> unshare, Path mountPoint) {

    private static final List<List<String>> WAYS =
            List.of(List.of("unshare", "--mount"), List.of("unshare", "--map-root-user", "--mount"));

    /** Skips the calling test where this user may not mount anything. */
    static SmallDisk orSkip(Path mountPoint) {
        return WAYS.stream()
                .map(way -> new SmallDisk(way, mountPoint))
                .filter(SmallDisk::works)
                .findFirst()
                .orElseGet(() -> abort("This user may not mount a file system, so there is no disk to fill up"));
    }

    private boolean works() {
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", mountPoint.toString()));
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs the command line while the disk is mounted.
     *
     * @param option of {@code mount}: {@code ro} or a size
     * @param file a copy of it lies on the disk
     * @return as its output, the names of what the disk holds afterwards, and the content of that file
     */
    Run run(String option, Path file, String... arguments) {
        List<String> launcher = new ArrayList<>(unshare);
        launcher.addAll(List.of("sh", "-c", """
                disk=$1
                mount -t tmpfs tmpfs "$disk" && cp -p "$3" "$disk" && mount -o "remount,$2" "$disk" || exit 99
                file=$disk/${3##*/}
                shift 3
                "$@"
                status=$?
                ls -A "$disk"
                cat "$file"
                exit $status
                """, "sh", mountPoint.toString(), option, file.toString()));
        try (ChildRun run = ChildRun.start(launcher, arguments)) {
            return run.end();
        }
    }
}
