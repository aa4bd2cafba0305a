package dev.sanitiser.archive;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an archive is going to hold. */
record ArchiveContents(ArchiveHeader header, List<ArchiveEntry> entries, Compression compression) {
    ArchiveContents {
        if (header.compression() != compression.method()) {
            throw new IllegalArgumentException("header and compression must agree");
        }
        entries = List.copyOf(entries);
        if (entries.stream().mapToInt(ArchiveEntry::dumpId).distinct().count() < entries.size()) {
            throw new IllegalArgumentException("dump ids must be unique");
        }
        if (entries.stream().anyMatch(e -> e.hasData() && !e.description().equals("TABLE DATA"))) {
            throw new IllegalArgumentException("only TABLE DATA entries can have data");
        }
    }

    Stream<ArchiveEntry> withData() {
        return entries.stream().filter(ArchiveEntry::hasData);
    }

    byte[] toc(ArchiveFormat format, Map<Integer, DataLocation> locations) {
        return TocWriter.encode(format, header, entries, locations);
    }
}
