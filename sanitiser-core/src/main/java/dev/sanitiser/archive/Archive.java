package dev.sanitiser.archive;

import java.util.List;
import java.util.Map;

/**
 * An archive's header and table of contents.
 *
 * @param entries in the archive's order, which is the order of a serial restore
 * @param dataLocations by dump id, one for each entry that has data
 * @param tocSizeInBytes size of header and table of contents; in custom format, the position of the first block
 */
public record Archive(
        ArchiveHeader header,
        List<ArchiveEntry> entries,
        Map<Integer, DataLocation> dataLocations,
        long tocSizeInBytes) {
    public Archive {
        entries = List.copyOf(entries);
        dataLocations = Map.copyOf(dataLocations);
    }
}
