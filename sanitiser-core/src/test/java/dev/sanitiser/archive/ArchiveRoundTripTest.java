package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ArchiveRoundTripTest {

    private static final int MINOR_VERSION = 6;

    private final SampleDatabase sample = SampleDatabase.create();

    @AfterAll
    void drop() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-Z0", "--schema-only", "--section=post-data"})
    void pg_dumps_custom_format_is_written_as_it_was_read(String option, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("a");
        dump("-Fc", option, "-f", file.toString());

        byte[] original = Files.readAllBytes(file);
        Archive archive = ArchiveReader.read(file);

        assumeVersion14(original);
        assertThat(encode(ArchiveFormat.CUSTOM, archive))
                .isEqualTo(Arrays.copyOf(original, (int) archive.tocSizeInBytes()));
    }

    @Test
    void pg_dumps_piped_output_is_written_as_it_was_read(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a");
        CommandLine.run("sh", "-c", "TZ=UTC pg_dump -Fc " + sample.database().name() + " | cat > " + file);

        byte[] original = Files.readAllBytes(file);
        Archive archive = ArchiveReader.read(Files.newInputStream(file));

        assumeVersion14(original);
        assertThat(archive.dataLocations().values()).containsOnly(new DataLocation.Unknown());
        assertThat(encode(ArchiveFormat.CUSTOM, archive))
                .isEqualTo(Arrays.copyOf(original, (int) archive.tocSizeInBytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-Z0"})
    void pg_dumps_directory_format_is_written_as_it_was_read(String option, @TempDir Path folder) throws IOException {
        Path directory = folder.resolve("a");
        dump("-Fd", option, "-f", directory.toString());

        byte[] original = Files.readAllBytes(directory.resolve("toc.dat"));
        Archive archive = ArchiveReader.read(directory);

        assumeVersion14(original);
        assertThat(encode(ArchiveFormat.DIRECTORY, archive)).isEqualTo(original);
    }

    private void dump(String... options) {
        List<String> command = new ArrayList<>(List.of("env", "TZ=UTC", "pg_dump"));
        Stream.of(options).filter(option -> !option.isEmpty()).forEach(command::add);
        command.add(sample.database().name());
        assertThat(CommandLine.run(command.toArray(String[]::new))).isEqualTo(new CommandLine(0, "", ""));
    }

    private static byte[] encode(ArchiveFormat format, Archive archive) {
        return TocWriter.encode(format, archive.header(), archive.entries(), archive.dataLocations());
    }

    /** Newer pg_dumps write newer versions, which we read but do not write. */
    private static void assumeVersion14(byte[] archive) {
        Assumptions.assumeTrue(archive[MINOR_VERSION] == 14, "pg_dump writes another version");
    }
}
