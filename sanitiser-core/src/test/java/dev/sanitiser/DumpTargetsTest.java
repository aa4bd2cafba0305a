package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Resources;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a dump can go, in which format, how compressed, made by how many workers. */
class DumpTargetsTest {

    private static final AllowList ALLOW_LIST =
            AllowList.parse(Resources.text(DumpTargetsTest.class, "features.json"), "features.json");

    private static TestDatabase source;

    @TempDir
    Path folder;

    @BeforeAll
    static void create() {
        source = TestDatabase.create().run(Resources.text(DumpTargetsTest.class, "features.sql"));
    }

    @AfterAll
    static void drop() {
        source.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 4", "9, 4"})
    void a_custom_file_restores_however_it_is_compressed(int level, int jobs) {
        Path file = folder.resolve("features.dump");

        DumpReport report = dump(DumpTarget.file(file), Options.withCompressionAndJobs(level, jobs));

        restores(file, report, "--jobs=4");
        assertThat(file).hasSize(report.sizeInBytes());
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "6, 1"})
    void a_directory_restores_however_it_is_compressed(int level, int jobs) {
        Path directory = folder.resolve("features");

        DumpReport report = dump(DumpTarget.directory(directory), Options.withCompressionAndJobs(level, jobs));

        restores(directory, report, "--format=directory", "--jobs=4");
    }

    @Test
    void a_plain_script_runs_in_psql() {
        Path script = folder.resolve("features.sql");

        DumpReport report = dump(DumpTarget.plainFile(script), DumpOptions.defaults());

        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.runScript(script, copy)).isEqualTo(SILENT_SUCCESS);
            FaithfulCopy.of(source, report.plan()).check(copy);
        }
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(script));
    }

    @Test
    void a_stream_restores_from_standard_input() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        DumpReport report = dump(DumpTarget.stream(stream), DumpOptions.defaults());

        Path file = Files.write(folder.resolve("stream.dump"), stream.toByteArray());
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(CommandLine.runWithInput(file, "pg_restore", "-d", copy.name()))
                    .isEqualTo(SILENT_SUCCESS);
            FaithfulCopy.of(source, report.plan()).check(copy);
        }
        assertThat(report.sizeInBytes()).isEqualTo(stream.size());
    }

    @Test
    void a_stream_whose_reader_has_gone_away_is_named_as_the_reason() {
        assertThatThrownBy(() -> dump(DumpTarget.stream(new Broken()), DumpOptions.defaults()))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("Could not write the dump to its stream: the reader has gone away.");
    }

    private static final class Broken extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void every_run_makes_the_same_bytes_but_for_its_time(int jobs) throws IOException {
        Path first = folder.resolve("first.dump");
        Path second = folder.resolve("second.dump");

        dump(DumpTarget.file(first), Options.withCompressionAndJobs(6, 3));
        dump(DumpTarget.file(second), Options.withCompressionAndJobs(6, jobs));

        assertThat(withoutTime(second)).isEqualTo(withoutTime(first));
    }

    /** The header's seven numbers from the eighteenth byte on, and the comment on each schema. */
    private static String withoutTime(Path archive) throws IOException {
        String bytes = Files.readString(archive, StandardCharsets.ISO_8859_1);
        return bytes.substring(0, 16) + bytes.substring(51).replaceAll("made [-0-9]+T[0-9:]+Z", "made then");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "plain"})
    void a_file_is_its_owners_alone_and_takes_the_place_of_the_old_one_at_once(String kind) throws IOException {
        Path file = Files.writeString(folder.resolve("features.dump"), "the old dump");
        Object oldInode = Files.getAttribute(file, "unix:ino");

        try (InputStream reader = Files.newInputStream(file)) {
            dump(kind.equals("file") ? DumpTarget.file(file) : DumpTarget.plainFile(file), DumpOptions.defaults());

            assertThat(reader).hasContent("the old dump");
        }
        assertThat(Files.getAttribute(file, "unix:ino")).isNotEqualTo(oldInode);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_directory_and_its_files_are_their_owners_alone_and_replace_the_old_ones() throws IOException {
        Path directory = folder.resolve("features");
        dump(DumpTarget.directory(directory), DumpOptions.defaults());
        Files.createFile(directory.resolve("9999.dat.gz"));

        dump(DumpTarget.directory(directory), Options.withCompressionAndJobs(0, 2));

        assertThat(directory).isDirectoryNotContaining("glob:**.gz");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    private static void restores(Path archive, DumpReport report, String... options) {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(archive, copy, options)).isEqualTo(SILENT_SUCCESS);
            FaithfulCopy.of(source, report.plan()).check(copy);
        }
    }

    private static DumpReport dump(DumpTarget target, DumpOptions options) {
        return Sanitiser.dump(Source.of(source.dataSource()), ALLOW_LIST, options, target, DumpListener.silent());
    }
}
