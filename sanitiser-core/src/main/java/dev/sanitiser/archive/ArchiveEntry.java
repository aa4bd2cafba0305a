package dev.sanitiser.archive;

import java.util.List;
import java.util.Optional;

/**
 * One entry of an archive's table of contents.
 *
 * @param dumpId at least 1, unique within its archive
 * @param hasData whether a data block belongs to the entry
 * @param catalogTableOid oid of the system catalog the object stands in; 0 for data entries
 * @param catalogOid oid of the object in the source; 0 for objects without one
 * @param tag the object's name as the archive lists it, unquoted
 * @param description the kind of entry, such as {@code TABLE} or {@code FK CONSTRAINT}
 * @param definition the statement that makes the object
 * @param dropStatement the statement that drops it
 * @param copyStatement the {@code COPY … FROM stdin} of a data entry
 * @param relationKind {@code relkind} as a character, 0 where the format or the entry has none
 * @param dependencies dump ids of the entries that must be restored before, in the archive's order
 */
public record ArchiveEntry(
        int dumpId,
        boolean hasData,
        long catalogTableOid,
        long catalogOid,
        String tag,
        String description,
        Section section,
        Optional<String> definition,
        Optional<String> dropStatement,
        Optional<String> copyStatement,
        Optional<String> schema,
        Optional<String> tablespace,
        Optional<String> tableAccessMethod,
        int relationKind,
        Optional<String> owner,
        List<Integer> dependencies) {
    public ArchiveEntry {
        if (dumpId < 1) {
            throw new IllegalArgumentException("dumpId must be at least 1");
        }
        dependencies = List.copyOf(dependencies);
    }

    /** For messages: kind and name, such as {@code TABLE DATA public.users}. */
    String label() {
        return description + " " + schema.map(s -> s + ".").orElse("") + tag;
    }

    /** The entry as format version 1.14 can hold it. */
    ArchiveEntry withoutRelationKind() {
        return new ArchiveEntry(
                dumpId,
                hasData,
                catalogTableOid,
                catalogOid,
                tag,
                description,
                section,
                definition,
                dropStatement,
                copyStatement,
                schema,
                tablespace,
                tableAccessMethod,
                0,
                owner,
                dependencies);
    }
}
