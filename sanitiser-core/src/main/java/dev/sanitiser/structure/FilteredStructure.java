package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import java.util.List;

/**
 * The part of a structure that may travel.
 *
 * @param entries without owners and tablespaces, in the archive's order
 * @param leftOut what does not travel, each as {@code KIND schema.name}, in the archive's order
 */
public record FilteredStructure(List<ArchiveEntry> entries, List<String> leftOut) {
    public FilteredStructure {
        entries = List.copyOf(entries);
        leftOut = List.copyOf(leftOut);
    }
}
