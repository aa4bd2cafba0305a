package dev.sanitiser.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** Finds the blocks of a custom-format file, which must follow each other, without gaps, in the entries' order. */
record CustomBlocks(FileChannel file, Archive archive) {

    List<StoredData> find() throws IOException {
        List<StoredData> blocks = new ArrayList<>();
        long end = file.size();
        List<ArchiveEntry> entries =
                archive.entries().stream().filter(ArchiveEntry::hasData).toList();
        for (int i = entries.size() - 1; i >= 0; i--) {
            long start = positionOf(entries.get(i));
            if (start < archive.tocSizeInBytes() || start >= end) {
                throw new CorruptArchiveException(
                        "the position of " + entries.get(i).label() + " is not where its block can be");
            }
            blocks.add(block(entries.get(i), start, end));
            end = start;
        }
        if (end != archive.tocSizeInBytes()) {
            throw new CorruptArchiveException("something follows the table of contents that is not part of it");
        }
        return blocks;
    }

    private long positionOf(ArchiveEntry entry) throws CorruptArchiveException {
        DataLocation location = archive.dataLocations().get(entry.dumpId());
        long position = location == null
                ? -1
                : location.match(new DataLocation.Cases<>(DataLocation.Block::position, f -> -1L, u -> -1L));
        if (position < 0) {
            throw new CorruptArchiveException("the position of " + entry.label() + " is missing");
        }
        return position;
    }

    private StoredData block(ArchiveEntry entry, long start, long end) {
        return new StoredData(entry, end - start, () -> {
            InputStream region = new RegionInputStream(file, start, end);
            ChunkInputStream chunks =
                    new ChunkInputStream(new BufferedInputStream(region, StoredData.BUFFER_SIZE), entry.dumpId());
            return Codecs.read(chunks, archive.header().compression());
        });
    }
}
