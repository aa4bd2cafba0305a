package dev.sanitiser.copy;

import dev.sanitiser.archive.ArchiveEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A complete table of contents.
 *
 * @param dumpIds of the data entries, by the tables' oids
 */
public record AssembledArchive(List<ArchiveEntry> entries, Map<Long, Integer> dumpIds) {
    public AssembledArchive {
        entries = List.copyOf(entries);
        dumpIds = Map.copyOf(dumpIds);
    }

    /** @throws NullPointerException if no rows of the table are copied */
    public int dumpId(long table) {
        return Objects.requireNonNull(dumpIds.get(table));
    }
}
