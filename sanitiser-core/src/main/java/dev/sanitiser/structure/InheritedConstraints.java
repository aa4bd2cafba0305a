package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the DROP away from indexes and keys of partitions that belong to their parent's: PostgreSQL refuses it ("cannot
 * drop inherited constraint"), so {@code pg_restore --clean} of a stock dump fails for every partition. They vanish
 * with the parent's.
 */
public final class InheritedConstraints {

    private InheritedConstraints() {}

    public static List<ArchiveEntry> withoutDrops(List<ArchiveEntry> entries) {
        List<ArchiveEntry> attachments =
                entries.stream().filter(e -> Entries.is(e, "INDEX ATTACH")).toList();
        Set<Integer> attached = entries.stream()
                .filter(e -> attachments.stream().anyMatch(a -> attaches(a, e)))
                .map(ArchiveEntry::dumpId)
                .collect(Collectors.toSet());
        return entries.stream()
                .map(e -> attached.contains(e.dumpId()) ? withoutDrop(e) : e)
                .toList();
    }

    /** A key's tag is its table's name, a blank and its own name; an index's is its name. */
    private static boolean attaches(ArchiveEntry attachment, ArchiveEntry entry) {
        return attachment.dependencies().contains(entry.dumpId())
                && attachment.schema().equals(entry.schema())
                && names(attachment.tag(), entry);
    }

    private static boolean names(String attached, ArchiveEntry entry) {
        return Entries.is(entry, "INDEX")
                ? entry.tag().equals(attached)
                : Entries.is(entry, "CONSTRAINT") && entry.tag().endsWith(" " + attached);
    }

    private static ArchiveEntry withoutDrop(ArchiveEntry entry) {
        return new ArchiveEntry(
                entry.dumpId(),
                entry.hasData(),
                entry.catalogTableOid(),
                entry.catalogOid(),
                entry.tag(),
                entry.description(),
                entry.section(),
                entry.definition(),
                Optional.empty(),
                entry.copyStatement(),
                entry.schema(),
                entry.tablespace(),
                entry.tableAccessMethod(),
                entry.relationKind(),
                entry.owner(),
                entry.dependencies());
    }
}
