package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveCheckTest {

    private static final String HEADLINE =
            "The finished archive is not what was written; check the disk and run again (1 problem):\n- ";
    private static final Map<Integer, TableDataSize> SIZES =
            Map.of(3, new TableDataSize(3, SmallArchive.ROWS.length()), 4, new TableDataSize(0, 0));
    private static final Compression GZIP = Compression.standard();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void counts_what_a_custom_archive_holds(int level) {
        Compression compression = new Compression(level);
        Path archive = SmallArchive.writeCustom(folder, compression, SmallArchive.ENTRIES, SmallArchive.ROWS);

        assertThat(check(archive, compression)).isEqualTo(SIZES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void counts_what_a_directory_archive_holds(int level) {
        Compression compression = new Compression(level);
        Path archive = SmallArchive.writeDirectory(folder, compression, SmallArchive.ENTRIES, SmallArchive.ROWS);

        assertThat(check(archive, compression)).isEqualTo(SIZES);
    }

    @Test
    void counts_rows_of_data_in_many_blocks() {
        String rows = SmallArchive.randomRows(40_000);
        Path custom = SmallArchive.writeCustom(folder, GZIP, SmallArchive.ENTRIES, rows);

        assertThat(check(custom, GZIP)).containsEntry(3, new TableDataSize(40_000, rows.length()));
    }

    @Test
    void counts_rows_of_a_file_of_many_members() {
        String rows = SmallArchive.randomRows(40_000);
        Path directory = SmallArchive.writeDirectory(folder, GZIP, SmallArchive.ENTRIES, rows);

        assertThat(check(directory, GZIP)).containsEntry(3, new TableDataSize(40_000, rows.length()));
    }

    @Test
    void an_archive_without_data_is_checked_too() {
        List<ArchiveEntry> structure = SmallArchive.ENTRIES.subList(0, 2);
        byte[] toc = TocWriter.encode(ArchiveFormat.CUSTOM, SmallArchive.header(GZIP), structure, Map.of());
        Path archive = SmallArchive.write(folder.resolve("archive"), toc);

        assertThat(ArchiveCheck.check(archive, SmallArchive.header(GZIP), structure, 1))
                .isEmpty();
    }

    @Test
    void damaged_data_is_named_by_its_entry() {
        Path archive = SmallArchive.writeDirectory(folder, GZIP, SmallArchive.ENTRIES, SmallArchive.ROWS);
        Path data = archive.resolve("3.dat.gz");
        byte[] intact = SmallArchive.read(data);
        SmallArchive.write(data, SmallArchive.flipped(intact, intact.length - 8, 1));

        assertThatThrownBy(() -> check(archive, GZIP))
                .hasMessage(HEADLINE + "TABLE DATA shop.full: its compressed data is damaged");
    }

    @Test
    void all_damaged_entries_are_reported_together() {
        Path archive = SmallArchive.writeDirectory(folder, Compression.none(), SmallArchive.ENTRIES, SmallArchive.ROWS);
        SmallArchive.write(archive.resolve("3.dat"), "1\tone\n".getBytes(StandardCharsets.UTF_8));
        SmallArchive.write(archive.resolve("4.dat"), new byte[0]);

        assertThatThrownBy(() -> check(archive, Compression.none())).hasMessage("""
                        The finished archive is not what was written; check the disk and run again (2 problems):
                        - TABLE DATA shop.full: its rows do not end with the end marker
                        - TABLE DATA shop.empty: its rows do not end with the end marker""");
    }

    @Test
    void a_changed_entry_is_named() {
        List<ArchiveEntry> written =
                replaceLast(SmallArchive.entry(5, "full_pkey", "CONSTRAINT", Section.POST_DATA, List.of(2)));
        Path archive = SmallArchive.writeCustom(folder, GZIP, written, SmallArchive.ROWS);

        assertThatThrownBy(() -> check(archive, GZIP))
                .hasMessage(HEADLINE + "CONSTRAINT shop.full_pkey: its entry in the table of contents is another one");
    }

    @Test
    void another_header_is_found() {
        Path archive = SmallArchive.writeCustom(folder, GZIP, SmallArchive.ENTRIES, SmallArchive.ROWS);
        ArchiveHeader other = new ArchiveHeader(
                "production", "15.0", "15.1", SmallArchive.header(GZIP).createdAt(), true);

        assertThatThrownBy(() -> ArchiveCheck.check(archive, other, SmallArchive.ENTRIES, 1))
                .hasMessage(HEADLINE + "the archive as a whole: its header is another one");
    }

    @Test
    void data_must_depend_on_its_table_first() {
        List<ArchiveEntry> entries = new ArrayList<>(SmallArchive.ENTRIES);
        entries.set(2, SmallArchive.entry(3, "full", "TABLE DATA", Section.DATA, List.of(2, 1)));
        Path archive = SmallArchive.writeCustom(folder, GZIP, entries, SmallArchive.ROWS);

        assertThatThrownBy(() -> ArchiveCheck.check(archive, SmallArchive.header(GZIP), entries, 1))
                .hasMessage(HEADLINE + "TABLE DATA shop.full: its first dependency is not its table");
    }

    @Test
    void a_second_zlib_stream_in_a_block_is_found() {
        byte[] stream = zlib("\\.\n\n\n");
        Path archive = customWithFirstBlock(new FormatOutput()
                .putByte(1)
                .putInt(3)
                .putInt(stream.length)
                .putBytes(stream)
                .putInt(stream.length)
                .putBytes(stream)
                .putInt(0));

        assertThatThrownBy(() -> check(archive, GZIP))
                .hasMessage(HEADLINE + "TABLE DATA shop.full: something follows the end of its compressed data");
    }

    @Test
    void a_block_of_another_entry_is_found() {
        byte[] stream = zlib("\\.\n\n\n");
        Path archive = customWithFirstBlock(new FormatOutput()
                .putByte(1)
                .putInt(4)
                .putInt(stream.length)
                .putBytes(stream)
                .putInt(0));

        assertThatThrownBy(() -> check(archive, GZIP))
                .hasMessage(
                        HEADLINE + "TABLE DATA shop.full: no block of its own starts where the table of contents says");
    }

    @Test
    void a_block_that_no_entry_owns_is_found() {
        byte[] stream = zlib("\\.\n\n\n");
        FormatOutput twice = new FormatOutput();
        for (int i = 0; i < 2; i++) {
            twice.putByte(1).putInt(3).putInt(stream.length).putBytes(stream).putInt(0);
        }
        Path archive = customWithFirstBlock(twice);

        assertThatThrownBy(() -> check(archive, GZIP))
                .hasMessage(HEADLINE + "TABLE DATA shop.full: something stands between its block and the next");
    }

    @Test
    void a_missing_and_a_foreign_data_file_are_found() throws IOException {
        Path archive = SmallArchive.writeDirectory(folder, GZIP, SmallArchive.ENTRIES, SmallArchive.ROWS);
        Files.copy(archive.resolve("4.dat.gz"), archive.resolve("5.dat.gz"));

        assertThatThrownBy(() -> check(archive, GZIP))
                .hasMessage(HEADLINE + "the archive as a whole: it holds files that belong to no entry: 5.dat.gz");

        Files.delete(archive.resolve("4.dat.gz"));

        assertThatThrownBy(() -> check(archive, GZIP))
                .hasMessage(HEADLINE + "the archive as a whole: the data file of TABLE DATA shop.empty is missing");
    }

    private static Map<Integer, TableDataSize> check(Path archive, Compression compression) {
        return ArchiveCheck.check(archive, SmallArchive.header(compression), SmallArchive.ENTRIES, 2);
    }

    private Path customWithFirstBlock(FormatOutput firstBlock) {
        byte[] stream = zlib("\\.\n\n\n");
        byte[] secondBlock = new FormatOutput()
                .putByte(1)
                .putInt(4)
                .putInt(stream.length)
                .putBytes(stream)
                .putInt(0)
                .toByteArray();
        byte[] first = firstBlock.toByteArray();
        int tocSize = toc(Map.of()).length;
        byte[] toc = toc(
                Map.of(3, new DataLocation.Block(tocSize), 4, new DataLocation.Block(tocSize + (long) first.length)));
        return SmallArchive.write(
                folder.resolve("archive"),
                new FormatOutput()
                        .putBytes(toc)
                        .putBytes(first)
                        .putBytes(secondBlock)
                        .toByteArray());
    }

    private static byte[] toc(Map<Integer, DataLocation> locations) {
        return TocWriter.encode(ArchiveFormat.CUSTOM, SmallArchive.header(GZIP), SmallArchive.ENTRIES, locations);
    }

    private static byte[] zlib(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<ArchiveEntry> replaceLast(ArchiveEntry replacement) {
        List<ArchiveEntry> entries = new ArrayList<>(SmallArchive.ENTRIES);
        entries.set(entries.size() - 1, replacement);
        return entries;
    }
}
