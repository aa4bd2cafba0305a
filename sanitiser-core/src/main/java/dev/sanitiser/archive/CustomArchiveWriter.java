package dev.sanitiser.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Leaves room for the table of contents, writes the blocks in its order and comes back to fill in their positions. */
final class CustomArchiveWriter implements ArchiveWriter {

    private final FileChannel file;
    private final OutputStream out;
    private final Path folder;
    private final ArchiveContents contents;
    private final CompressionPool pool;
    private final Queue<Integer> remaining = new ArrayDeque<>();
    private final Map<Integer, DataLocation> locations = new HashMap<>();
    private boolean streamIsOpen;

    CustomArchiveWriter(FileChannel file, Path folder, ArchiveContents contents, CompressionPool pool) {
        this.file = file;
        this.out = Channels.newOutputStream(file);
        this.folder = folder;
        this.contents = contents;
        this.pool = pool;
        contents.withData().map(ArchiveEntry::dumpId).forEach(remaining::add);
        try {
            if (file.size() > 0) {
                throw new IllegalArgumentException("the file must be empty");
            }
            out.write(contents.toc(ArchiveFormat.CUSTOM, locations));
        } catch (IOException e) {
            throw IoFailure.whileWriting(folder, e);
        }
    }

    @Override
    public TableDataStream open(int dumpId) {
        Integer next = remaining.peek();
        if (streamIsOpen || next == null || next != dumpId) {
            throw new IllegalStateException("data is written one entry after another, in the order of the entries");
        }
        remaining.remove();
        streamIsOpen = true;
        try {
            locations.put(dumpId, new DataLocation.Block(file.position()));
            return new RowStream(
                    compressed(Codecs.chunks(contents.compression(), out, dumpId)), folder, () -> streamIsOpen = false);
        } catch (IOException e) {
            throw IoFailure.whileWriting(folder, e);
        }
    }

    private ParallelCompressor compressed(OutputStream block) throws IOException {
        return new ParallelCompressor(pool, format(), contents.compression(), block);
    }

    private StreamFormat format() {
        return Codecs.inCustom(contents.compression());
    }

    @Override
    public RowSegment segment() {
        return new RowSegment(pool, this::format, contents.compression());
    }

    @Override
    public void finish() {
        if (streamIsOpen || !remaining.isEmpty()) {
            throw new IllegalStateException("the data of some entries is missing or incomplete");
        }
        try {
            file.position(0);
            out.write(contents.toc(ArchiveFormat.CUSTOM, locations));
            file.position(file.size());
            file.force(true);
        } catch (IOException e) {
            throw IoFailure.whileWriting(folder, e);
        }
    }

    @Override
    public void close() {}
}
