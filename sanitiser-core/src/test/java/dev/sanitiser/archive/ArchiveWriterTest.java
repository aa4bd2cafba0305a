package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveWriterTest {

    private static final Compression GZIP = Compression.standard();
    private static final ArchiveHeader HEADER = SmallArchive.header(GZIP);

    private final CompressionPool pool = new CompressionPool(2);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void files_of_a_directory_can_be_read_by_their_owner_only() throws IOException {
        Path archive = SmallArchive.writeDirectory(folder, GZIP, SmallArchive.ENTRIES, SmallArchive.ROWS);

        try (Stream<Path> files = Files.list(archive)) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void streams_of_a_directory_may_be_open_in_parallel() throws Exception {
        int tables = 12;
        List<ArchiveEntry> entries = new ArrayList<>();
        for (int id = 1; id <= tables; id++) {
            entries.add(SmallArchive.entry(id, "t" + id, "TABLE", Section.PRE_DATA, List.of()));
        }
        for (int id = 1; id <= tables; id++) {
            entries.add(SmallArchive.entry(100 + id, "t" + id, "TABLE DATA", Section.DATA, List.of(id)));
        }
        byte[] rows = SmallArchive.randomRows(50_000).getBytes(StandardCharsets.UTF_8);

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ArchiveWriter writer = ArchiveWriter.directory(folder, Path.of("folder"), HEADER, entries, GZIP, pool)) {
            List<Future<?>> copies = new ArrayList<>();
            for (int id = 1; id <= tables; id++) {
                int dumpId = 100 + id;
                copies.add(threads.submit(() -> copy(writer, dumpId, rows)));
            }
            waitFor(copies);
            writer.finish();
        } finally {
            threads.shutdown();
        }

        assertThat(ArchiveCheck.check(folder, HEADER, entries, 2))
                .isEqualTo(IntStream.rangeClosed(1, tables)
                        .boxed()
                        .collect(Collectors.toMap(id -> 100 + id, id -> new TableDataSize(50_000, rows.length))));
    }

    @Test
    void blocks_of_a_custom_file_are_written_in_the_order_of_the_entries() throws IOException {
        try (FileChannel file = newFile();
                ArchiveWriter writer =
                        ArchiveWriter.custom(file, Path.of("folder"), HEADER, SmallArchive.ENTRIES, GZIP, pool)) {
            assertOutOfTurn(writer, 4);
            TableDataStream full = writer.open(3);
            assertOutOfTurn(writer, 4);
            full.close();
            assertOutOfTurn(writer, 3);
            assertThatThrownBy(writer::finish)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the data of some entries is missing or incomplete");
            writer.open(4).close();
            writer.finish();
        }
    }

    @Test
    void a_file_of_a_directory_is_written_once_and_completely() {
        try (ArchiveWriter writer =
                ArchiveWriter.directory(folder, Path.of("folder"), HEADER, SmallArchive.ENTRIES, GZIP, pool)) {
            TableDataStream full = writer.open(3);
            writer.open(4).close();

            assertThatThrownBy(() -> writer.open(4))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("data is written once, for an entry that has data");
            assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
            full.close();
            writer.finish();
        }
    }

    @Test
    void a_row_without_its_newline_is_refused_and_the_archive_cannot_be_finished() {
        try (ArchiveWriter writer =
                ArchiveWriter.directory(folder, Path.of("folder"), HEADER, SmallArchive.ENTRIES, GZIP, pool)) {
            writer.open(4).close();
            TableDataStream rows = writer.open(3);
            rows.write(new byte[] {'1'}, 0, 1);

            assertThatThrownBy(rows::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the last row does not end with a newline");
            assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_full_disk_is_reported() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "only Linux has a device that is always full");

        try (FileChannel file = FileChannel.open(full, StandardOpenOption.WRITE)) {
            assertThatExceptionOfType(SanitiserException.class)
                    .isThrownBy(() ->
                            ArchiveWriter.custom(file, Path.of("folder"), HEADER, SmallArchive.ENTRIES, GZIP, pool))
                    .withMessage("The archive cannot be written in folder: No space left on device.")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT));
        }
    }

    @Test
    void a_file_that_breaks_off_in_the_middle_fails_every_later_step() throws IOException {
        byte[] rows = SmallArchive.randomRows(200_000).getBytes(StandardCharsets.UTF_8);
        FileChannel file = newFile();
        try (ArchiveWriter writer =
                ArchiveWriter.custom(file, Path.of("folder"), HEADER, SmallArchive.ENTRIES, GZIP, pool)) {
            TableDataStream stream = writer.open(3);
            file.close();

            assertThatThrownBy(() -> stream.write(rows, 0, rows.length))
                    .isInstanceOf(SanitiserException.class)
                    .hasMessage("The archive cannot be written in folder: ClosedChannelException.");
            stream.close();
            assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void contradictory_contents_are_refused() throws IOException {
        List<ArchiveEntry> twice = List.of(SmallArchive.ENTRIES.get(0), SmallArchive.ENTRIES.get(0));
        List<ArchiveEntry> blobs = List.of(SmallArchive.entry(3, "BLOBS", "BLOBS", Section.DATA, List.of()));

        assertRefused(HEADER, SmallArchive.ENTRIES, Compression.none(), "header and compression must agree");
        assertRefused(HEADER, twice, GZIP, "dump ids must be unique");
        assertRefused(HEADER, blobs, GZIP, "only TABLE DATA entries can have data");

        Files.createFile(folder.resolve("something"));
        assertRefused(HEADER, SmallArchive.ENTRIES, GZIP, "the directory must be empty");
    }

    private void assertRefused(
            ArchiveHeader header, List<ArchiveEntry> entries, Compression compression, String message) {
        assertThatThrownBy(() -> ArchiveWriter.directory(folder, Path.of("folder"), header, entries, compression, pool))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void assertOutOfTurn(ArchiveWriter writer, int dumpId) {
        assertThatThrownBy(() -> writer.open(dumpId))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("data is written one entry after another, in the order of the entries");
    }

    private FileChannel newFile() throws IOException {
        return FileChannel.open(folder.resolve("archive"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void copy(ArchiveWriter writer, int dumpId, byte[] rows) {
        try (TableDataStream stream = writer.open(dumpId)) {
            for (int start = 0; start < rows.length; start += 8192) {
                stream.write(rows, start, Math.min(8192, rows.length - start));
            }
        }
    }

    private static void waitFor(List<Future<?>> futures) throws InterruptedException, ExecutionException {
        for (Future<?> future : futures) {
            future.get();
        }
    }
}
