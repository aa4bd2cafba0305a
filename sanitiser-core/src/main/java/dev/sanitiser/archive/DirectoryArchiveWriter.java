package dev.sanitiser.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Writes each entry's data to a file of its own, and the table of contents last. */
final class DirectoryArchiveWriter implements ArchiveWriter {

    private final Path directory;
    private final Path folder;
    private final ArchiveContents contents;
    private final CompressionPool pool;
    private final Set<Integer> remaining;
    private final Map<Integer, SyncedFile> openFiles = new ConcurrentHashMap<>();

    DirectoryArchiveWriter(Path directory, Path folder, ArchiveContents contents, CompressionPool pool) {
        this.directory = directory;
        this.folder = folder;
        this.contents = contents;
        this.pool = pool;
        this.remaining = ConcurrentHashMap.newKeySet();
        contents.withData().map(ArchiveEntry::dumpId).forEach(remaining::add);
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new IllegalArgumentException("the directory must be empty");
            }
        } catch (IOException e) {
            throw IoFailure.whileWriting(folder, e);
        }
    }

    @Override
    public TableDataStream open(int dumpId) {
        if (!remaining.remove(dumpId)) {
            throw new IllegalStateException("data is written once, for an entry that has data");
        }
        String name =
                ArchiveFormat.dataFile(dumpId) + contents.compression().method().suffix();
        try {
            SyncedFile file = SyncedFile.create(directory.resolve(name));
            openFiles.put(dumpId, file);
            return new RowStream(compressed(file), folder, () -> openFiles.remove(dumpId));
        } catch (IOException e) {
            throw IoFailure.whileWriting(folder, e);
        }
    }

    private ParallelCompressor compressed(OutputStream file) throws IOException {
        return new ParallelCompressor(pool, format(), contents.compression(), file);
    }

    private StreamFormat format() {
        return Codecs.inDirectory(contents.compression());
    }

    @Override
    public RowSegment segment() {
        return new RowSegment(pool, this::format, contents.compression());
    }

    @Override
    public void finish() {
        if (!openFiles.isEmpty() || !remaining.isEmpty()) {
            throw new IllegalStateException("the data of some entries is missing or incomplete");
        }
        try (SyncedFile toc = SyncedFile.create(directory.resolve(ArchiveFormat.TOC_FILE))) {
            toc.write(contents.toc(ArchiveFormat.DIRECTORY, Map.of()));
        } catch (IOException e) {
            throw IoFailure.whileWriting(folder, e);
        }
        try {
            SyncedFile.syncDirectory(directory);
        } catch (IOException e) {
            throw IoFailure.whileWriting(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            for (SyncedFile file : openFiles.values()) {
                file.abandon();
            }
        } catch (IOException e) {
            throw IoFailure.whileWriting(folder, e);
        }
        openFiles.clear();
    }
}
