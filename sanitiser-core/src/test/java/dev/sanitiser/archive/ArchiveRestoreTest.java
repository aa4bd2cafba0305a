package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.NewerRestore;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ArchiveRestoreTest {

    private static final CommandLine SILENT_SUCCESS = new CommandLine(0, "", "");

    private final SampleDatabase sample = SampleDatabase.create();

    @AfterAll
    void drop() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 9})
    void custom_format_restores_serially_in_parallel_from_stdin_and_through_psql(int level, @TempDir Path folder) {
        Path archive = sample.writeCustom(folder, new Compression(level));

        assertRestores(copy -> CommandLine.run("pg_restore", "-d", copy, archive.toString()));
        assertRestores(copy -> CommandLine.run("pg_restore", "-j", "2", "-d", copy, archive.toString()));
        assertRestores(copy -> CommandLine.runWithInput(archive, "pg_restore", "-d", copy));
        assertRestores(copy -> throughPsql(archive, copy));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 9})
    void directory_format_restores_serially_in_parallel_and_through_psql(int level, @TempDir Path folder) {
        Path archive = sample.writeDirectory(folder, new Compression(level));

        assertRestores(copy -> CommandLine.run("pg_restore", "-d", copy, archive.toString()));
        assertRestores(copy -> CommandLine.run("pg_restore", "-j", "2", "-d", copy, archive.toString()));
        assertRestores(copy -> throughPsql(archive, copy));
    }

    /** From 17 on pg_restore sets what servers up to 16 do not know, and counts that as an error. */
    @ParameterizedTest
    @ValueSource(strings = {"zstd", "lz4"})
    void what_takes_pg_restore_16_restores_with_it(String method, @TempDir Path folder) throws IOException {
        String pgRestore = NewerRestore.orSkip();
        Compression compression = method.equals("zstd") ? Compression.zstd() : Compression.lz4();
        Path custom = sample.writeCustom(folder, compression);
        Path directory = sample.writeDirectory(Files.createDirectory(folder.resolve("directory")), compression);

        for (Path archive : List.of(custom, directory)) {
            assertSameRows(copy -> CommandLine.run(pgRestore, "-d", copy, archive.toString()));
            assertSameRows(copy -> CommandLine.run(pgRestore, "-j", "2", "-d", copy, archive.toString()));
        }
    }

    @Test
    void stock_pg_restore_lists_an_archive(@TempDir Path folder) {
        Path archive = sample.writeCustom(folder, Compression.standard());

        CommandLine listing = CommandLine.run("pg_restore", "-l", archive.toString());

        assertThat(listing.exitCode()).isZero();
        assertThat(listing.errors()).isEmpty();
        assertThat(listing.output())
                .contains("dbname: copy\n", "Compression: -1\n", "Dump Version: 1.14-0\n", "Format: CUSTOM\n")
                .contains("TABLE DATA public several_blocks");
        assertThat(listing.output().lines().filter(line -> !line.startsWith(";")))
                .hasSameSizeAs(sample.entries().stream()
                        .filter(e -> !e.description().matches("ENCODING|STDSTRINGS|SEARCHPATH|DATABASE"))
                        .toList());
    }

    private static CommandLine throughPsql(Path archive, String copy) {
        return CommandLine.run(
                "sh",
                "-c",
                "pg_restore -f - \"$1\" | psql -Xq -v ON_ERROR_STOP=1 -o /dev/null \"$2\"",
                "sh",
                archive.toString(),
                copy);
    }

    private void assertRestores(Restore restore) {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(restore.into(copy.name())).isEqualTo(SILENT_SUCCESS);

            assertThat(SampleDatabase.fingerprint(copy)).isEqualTo(SampleDatabase.fingerprint(sample.database()));
        }
    }

    private void assertSameRows(Restore restore) {
        try (TestDatabase copy = TestDatabase.create()) {
            CommandLine restored = restore.into(copy.name());

            assertThat(SampleDatabase.fingerprint(copy))
                    .as(restored.errors())
                    .isEqualTo(SampleDatabase.fingerprint(sample.database()));
        }
    }

    @FunctionalInterface
    private interface Restore {
        CommandLine into(String database);
    }
}
