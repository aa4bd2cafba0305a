package dev.sanitiser.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An archive of two tables that needs no server. */
final class SmallArchive {

    static final List<ArchiveEntry> ENTRIES = List.of(
            entry(1, "full", "TABLE", Section.PRE_DATA, List.of()),
            entry(2, "empty", "TABLE", Section.PRE_DATA, List.of()),
            entry(3, "full", "TABLE DATA", Section.DATA, List.of(1)),
            entry(4, "empty", "TABLE DATA", Section.DATA, List.of(2)),
            entry(5, "full_pkey", "CONSTRAINT", Section.POST_DATA, List.of(1)));

    static final String ROWS = "1\tone\n2\t\\N\n3\tthree three three three three three three\n";

    private SmallArchive() {}

    static ArchiveHeader header(Compression compression) {
        return new ArchiveHeader("copy", "15.0", "15.1", Instant.parse("2024-02-29T23:59:58Z"), compression.method());
    }

    static ArchiveEntry entry(int id, String tag, String description, Section section, List<Integer> dependencies) {
        boolean hasData = section == Section.DATA;
        return new ArchiveEntry(
                id,
                hasData,
                hasData ? 0 : 1259,
                16384,
                tag,
                description,
                section,
                hasData ? Optional.empty() : Optional.of("CREATE …;\n"),
                hasData ? Optional.empty() : Optional.of("DROP …;\n"),
                hasData ? Optional.of("COPY shop." + tag + " (id, body) FROM stdin;\n") : Optional.empty(),
                Optional.of("shop"),
                Optional.of(""),
                Optional.of("heap"),
                0,
                Optional.empty(),
                dependencies);
    }

    static Path writeCustom(Path folder, Compression compression, List<ArchiveEntry> entries, String rows) {
        Path path = folder.resolve("archive");
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                CompressionPool pool = new CompressionPool(2);
                ArchiveWriter writer = ArchiveWriter.custom(
                        file, Path.of("folder"), header(compression), entries, compression, pool)) {
            writeRows(writer, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    static Path writeDirectory(Path folder, Compression compression, List<ArchiveEntry> entries, String rows) {
        Path path = folder.resolve("archive");
        try (CompressionPool pool = new CompressionPool(2);
                ArchiveWriter writer = ArchiveWriter.directory(
                        Files.createDirectory(path),
                        Path.of("folder"),
                        header(compression),
                        entries,
                        compression,
                        pool)) {
            writeRows(writer, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    private static void writeRows(ArchiveWriter writer, String rows) {
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        try (TableDataStream full = writer.open(3)) {
            full.write(bytes, 0, bytes.length);
        }
        writer.open(4).close();
        writer.finish();
    }

    static byte[] flipped(byte[] intact, int position, int mask) {
        byte[] changed = intact.clone();
        changed[position] ^= (byte) mask;
        return changed;
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, byte[] bytes) {
        try {
            // Truncating a file makes ext4 flush it, which takes milliseconds.
            Files.deleteIfExists(file);
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String randomRows(int count) {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(i).append('\t').append(random.nextLong()).append('\n');
        }
        return rows.toString();
    }
}
