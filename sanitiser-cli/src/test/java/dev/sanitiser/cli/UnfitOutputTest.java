package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A place that cannot take the dump ends a run with exit code 4; what stands there stays. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnfitOutputTest {

    private static final String SHOP_WITH_MUCH_TEXT = FailingRuns.SHOP + """
            CREATE TABLE articles (id int PRIMARY KEY, text text);
            INSERT INTO articles SELECT i, repeat(md5(i::text), 4) FROM generate_series(1, 8000) AS i;
            """;

    @TempDir
    Path folder;

    @TempDir
    Path mountPoint;

    private FailingRuns runs;

    @BeforeEach
    void begin() {
        runs = FailingRuns.of(folder, SHOP_WITH_MUCH_TEXT);
        runs.layOut("{\"articles\": [\"id\", \"text\"]}");
    }

    @AfterEach
    void nothing_has_changed() {
        try (FailingRuns ending = runs) {
            ending.changedNothing();
        }
    }

    @Test
    void a_missing_folder() {
        Path missing = folder.resolve("no such folder");

        assertThat(runs.run("--output", missing.resolve("shop.dump").toString()))
                .isEqualTo(failure("""
                Checking the source
                The output folder %s does not exist. Create it first.
                """.formatted(missing)));
    }

    @Test
    void a_file_in_place_of_the_folder() {
        assertThat(runs.run("--output", runs.dump().resolve("shop.dump").toString()))
                .isEqualTo(failure("""
                        Checking the source
                        The output folder %s does not exist. Create it first.
                        """.formatted(runs.dump())));
    }

    @Test
    void a_directory_in_place_of_the_file() {
        assertThat(runs.run("--output", folder.toString())).isEqualTo(failure("""
                Checking the source
                The output %s is a directory. Name a file, or ask for directory format.
                """.formatted(folder)));
    }

    @Test
    void a_file_in_place_of_the_directory() {
        assertThat(runs.run("--format", "directory")).isEqualTo(failure("""
                Checking the source
                The output %s exists and is not a directory archive. It is left alone: name another.
                """.formatted(runs.dump())));
    }

    @Test
    void a_folder_that_cannot_be_written() {
        assertThat(runOnDisk("ro", "--output", onDisk("shop.dump"))).isEqualTo(diskHoldsThePreviousDump("""
                Checking the source
                The output folder %s cannot be written by this user.
                """));
    }

    @Test
    void a_disk_that_fills_up_with_a_file() {
        assertThat(runOnDisk("size=300k", "--output", onDisk("shop.dump"))).isEqualTo(diskHoldsThePreviousDump("""
                Checking the source
                Planning
                Reading the structure
                Sanitising rows
                Writing the archive
                The archive cannot be written in %s: No space left on device.
                """));
    }

    @Test
    void a_disk_that_fills_up_with_a_directory() {
        assertThat(runOnDisk("size=300k", "--format", "directory", "--output", onDisk("archive")))
                .isEqualTo(diskHoldsThePreviousDump("""
                        Checking the source
                        Planning
                        Reading the structure
                        Sanitising rows
                        Writing the archive
                        The archive cannot be written in %s: No space left on device.
                        """));
    }

    @Test
    void a_disk_that_fills_up_with_a_script() {
        assertThat(runOnDisk("size=1500k", "--quiet", "--format", "plain", "--output", onDisk("shop.dump")))
                .isEqualTo(diskHoldsThePreviousDump("""
                        pg_restore ended with exit code 1: pg_restore: error: could not write to output file: No space left on device
                        """));
    }

    @Test
    void a_full_device_as_standard_output() throws IOException {
        try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
            Run run = Run.of(Map.of(), full, runs.arguments("--quiet", "--output", "-"));

            assertThat(run).isEqualTo(failure("""
                    Could not write the dump to its stream: No space left on device.
                    """));
        }
    }

    private Run runOnDisk(String option, String... options) {
        String[] arguments = Stream.concat(Stream.of("--compress", "none"), Stream.of(options))
                .toArray(String[]::new);
        return SmallDisk.orSkip(mountPoint).run(option, runs.dump(), runs.arguments(arguments));
    }

    private String onDisk(String name) {
        return mountPoint.resolve(name).toString();
    }

    private Run diskHoldsThePreviousDump(String errors) {
        return new Run(4, "shop.dump\nthe previous dump", errors.formatted(mountPoint));
    }

    private static Run failure(String errors) {
        return new Run(4, "", errors);
    }
}
