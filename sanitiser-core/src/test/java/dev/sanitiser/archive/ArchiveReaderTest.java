package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {

    private static final int MINOR_VERSION = 6;
    private static final int FORMAT = 10;
    private static final int MONTH = 37;
    private static final int DATABASE_LENGTH = 52;

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 14, 15, 16})
    void reads_every_supported_version(int minor) {
        byte[] bytes = VersionedToc.custom(minor);

        Archive archive = read(bytes);

        assertThat(archive.header())
                .isEqualTo(new ArchiveHeader("zoë", "17.2", "17.3", Instant.parse("2024-02-29T23:59:58Z"), true));
        assertThat(archive.entries())
                .containsExactly(
                        entry(minor, 7, "TABLE", Section.PRE_DATA, Optional.of("CREATE TABLE shop.users ();\n")),
                        entry(minor, 9, "TABLE DATA", Section.DATA, Optional.empty()));
        assertThat(archive.dataLocations()).isEqualTo(Map.of(9, new DataLocation.Unknown()));
        assertThat(archive.tocSizeInBytes()).isEqualTo(bytes.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 17})
    void refuses_other_versions(int minor) {
        assertRefused(
                changed(MINOR_VERSION, minor),
                "its format version is 1." + minor + "; versions 1.12 to 1.16 are supported");
    }

    @Test
    void refuses_what_is_no_archive() {
        assertRefused(
                "-- PostgreSQL database dump\n".getBytes(StandardCharsets.UTF_8),
                "it is not an archive made by pg_dump -Fc or -Fd");
        assertRefused(changed(FORMAT, 3), "it is not in custom format");
        assertRefused(changed(MONTH, 12), "its time of creation is no time");
    }

    @Test
    void refuses_texts_that_are_not_utf_8() {
        assertRefused(changed(DATABASE_LENGTH + 5, 0xe9), "its texts are not UTF-8; make it with pg_dump -E UTF8");
    }

    @Test
    void refuses_an_archive_that_ends_anywhere_in_its_table_of_contents() {
        byte[] whole = VersionedToc.custom(16);

        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "it ends too early");
        }
    }

    @Test
    void refuses_or_survives_any_changed_byte() {
        byte[] whole = VersionedToc.custom(15);

        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = SmallArchive.flipped(whole, i, 0xff);
            try {
                read(damaged);
            } catch (SanitiserException e) {
                assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT);
            }
        }
    }

    @Test
    void an_absurd_length_does_not_exhaust_memory() {
        byte[] bytes = changed(DATABASE_LENGTH + 3, 0x7f);

        assertThatThrownBy(() -> ArchiveReader.read(
                        new SequenceInputStream(new ByteArrayInputStream(bytes), new EndlessStream())))
                .hasMessage("The output of pg_dump cannot be read: it holds a text of an impossible length.");
    }

    @Test
    void names_the_path_it_cannot_read(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.dump");
        Path text = Files.writeString(folder.resolve("notes.txt"), "no archive");

        assertThatThrownBy(() -> ArchiveReader.read(missing))
                .hasMessage("The archive " + missing + " cannot be read: there is no such file.");
        assertThatThrownBy(() -> ArchiveReader.read(folder))
                .hasMessage("The archive " + folder + " cannot be read: there is no such file.");
        assertThatThrownBy(() -> ArchiveReader.read(text))
                .hasMessage(
                        "The archive " + text + " cannot be read: it is not an archive made by pg_dump -Fc or -Fd.");
    }

    private static ArchiveEntry entry(
            int minor, int id, String description, Section section, Optional<String> definition) {
        boolean hasData = section == Section.DATA;
        return new ArchiveEntry(
                id,
                hasData,
                1259,
                4294967295L,
                "users",
                description,
                section,
                definition,
                Optional.of(""),
                hasData ? Optional.of("COPY shop.users FROM stdin;\n") : Optional.empty(),
                Optional.of("shop"),
                Optional.empty(),
                minor >= 14 ? Optional.of("heap") : Optional.empty(),
                minor >= 16 && !hasData ? 'r' : 0,
                Optional.of("owner"),
                hasData ? List.of(7) : List.of());
    }

    /** A valid archive of version 1.14 in which one byte has another value. */
    private static byte[] changed(int position, int value) {
        byte[] bytes = VersionedToc.custom(14);
        bytes[position] = (byte) value;
        return bytes;
    }

    private static Archive read(byte[] bytes) {
        return ArchiveReader.read(new ByteArrayInputStream(bytes));
    }

    private static void assertRefused(byte[] bytes, String detail) {
        assertThatExceptionOfType(SanitiserException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage("The output of pg_dump cannot be read: " + detail + ".")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT));
    }

    private static final class EndlessStream extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) 'x');
            return length;
        }
    }
}
