package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveDamageTest {

    private static final Compression GZIP = Compression.standard();

    @TempDir
    private Path folder;

    @Test
    void every_changed_byte_of_a_custom_archive_is_found() {
        Path archive = SmallArchive.writeCustom(folder, GZIP, SmallArchive.ENTRIES, SmallArchive.ROWS);

        assertEveryDamageIsFound(archive, archive);
    }

    @Test
    void every_changed_byte_of_a_directory_archive_is_found() {
        Path archive = SmallArchive.writeDirectory(folder, GZIP, SmallArchive.ENTRIES, SmallArchive.ROWS);

        assertEveryDamageIsFound(archive, archive.resolve("toc.dat"));
        assertEveryDamageIsFound(archive, archive.resolve("3.dat.gz"));
        assertEveryDamageIsFound(archive, archive.resolve("4.dat.gz"));
    }

    @Test
    void changes_anywhere_in_a_large_block_are_found() {
        Path archive = SmallArchive.writeCustom(folder, GZIP, SmallArchive.ENTRIES, SmallArchive.randomRows(40_000));
        byte[] intact = SmallArchive.read(archive);

        for (int i = 0; i < intact.length; i += 49_999) {
            assertDamageIsFound(archive, archive, SmallArchive.flipped(intact, i, 0xff));
        }
    }

    @Test
    void every_changed_byte_outside_the_rows_of_an_uncompressed_archive_is_found() {
        Path archive = SmallArchive.writeCustom(folder, Compression.none(), SmallArchive.ENTRIES, SmallArchive.ROWS);
        byte[] intact = SmallArchive.read(archive);
        int firstRow = indexOf(intact, SmallArchive.ROWS);

        for (int i = 0; i < intact.length; i++) {
            if (i < firstRow || i >= firstRow + SmallArchive.ROWS.length()) {
                int position = i;
                assertFails(
                        archive,
                        SmallArchive.write(archive, SmallArchive.flipped(intact, position, 0xff)),
                        Compression.none());
            }
        }
        for (int length = 0; length < intact.length; length++) {
            assertFails(archive, SmallArchive.write(archive, Arrays.copyOf(intact, length)), Compression.none());
        }
    }

    private static Map<Integer, TableDataSize> check(Path archive, Compression compression) {
        return ArchiveCheck.check(archive, SmallArchive.header(compression), SmallArchive.ENTRIES, 2);
    }

    /** Changes each byte, cuts at each length and appends; the archive is intact again afterwards. */
    private static void assertEveryDamageIsFound(Path archive, Path file) {
        byte[] intact = SmallArchive.read(file);
        for (int i = 0; i < intact.length; i++) {
            assertDamageIsFound(archive, file, SmallArchive.flipped(intact, i, 0xff));
            assertDamageIsFound(archive, file, SmallArchive.flipped(intact, i, 1));
            assertDamageIsFound(archive, file, Arrays.copyOf(intact, i));
        }
        assertDamageIsFound(archive, file, Arrays.copyOf(intact, intact.length + 1));
        SmallArchive.write(file, intact);
        assertThat(check(archive, GZIP)).hasSize(2);
    }

    private static void assertDamageIsFound(Path archive, Path file, byte[] damaged) {
        assertFails(archive, SmallArchive.write(file, damaged), GZIP);
    }

    private static void assertFails(Path archive, Path changed, Compression compression) {
        assertThatExceptionOfType(SanitiserException.class)
                .as("%s, %s", changed, compression)
                .isThrownBy(() -> check(archive, compression))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.VERIFICATION))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("three"));
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
