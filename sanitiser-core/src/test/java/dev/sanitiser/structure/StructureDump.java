package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveHeader;
import dev.sanitiser.archive.ArchiveReader;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.archive.CompressionPool;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The structure of a test's database, as stock pg_dump writes it and as stock pg_restore makes it again. */
final class StructureDump {

    private static final ArchiveHeader HEADER = new ArchiveHeader("sanitised", "15.0", "15.0", Instant.EPOCH, false);

    private StructureDump() {}

    static List<ArchiveEntry> of(TestDatabase database) {
        try {
            Path archive = Files.createTempFile("structure", ".dump");
            CommandLine dump = CommandLine.run(
                    "pg_dump",
                    "-Fc",
                    "--section=pre-data",
                    "--section=post-data",
                    "-f",
                    archive.toString(),
                    "-d",
                    database.name());
            assertThat(dump).isEqualTo(new CommandLine(0, "", ""));
            List<ArchiveEntry> entries = ArchiveReader.read(archive).entries();
            Files.delete(archive);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param options of pg_restore, besides the database and the archive */
    static CommandLine restore(List<ArchiveEntry> entries, TestDatabase into, String... options) {
        try {
            Path archive = Files.createTempFile("structure", ".dump");
            write(entries, archive);
            CommandLine restore = CommandLine.run(Stream.of(
                            Stream.of("pg_restore", "-d", into.name()),
                            Stream.of(options),
                            Stream.of(archive.toString()))
                    .flatMap(part -> part)
                    .toArray(String[]::new));
            Files.delete(archive);
            return restore;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<ArchiveEntry> entries, Path archive) throws IOException {
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.WRITE);
                CompressionPool pool = new CompressionPool(1);
                ArchiveWriter writer =
                        ArchiveWriter.custom(file, Path.of("folder"), HEADER, entries, Compression.none(), pool)) {
            writer.finish();
        }
    }
}
