package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names entries for messages, and makes changed copies of them. */
final class Entries {

    private static final Set<String> TAGGED_WITH_A_KIND = Set.of("COMMENT", "ACL", "SECURITY LABEL");

    private Entries() {}

    static boolean is(ArchiveEntry entry, String description) {
        return entry.description().equals(description);
    }

    /** {@code FUNCTION public.notify()}, {@code COMMENT TABLE orders in schema public}, {@code SCHEMA sales}. */
    static String title(ArchiveEntry entry) {
        if (TAGGED_WITH_A_KIND.contains(entry.description())) {
            return entry.description()
                    + " "
                    + entry.tag()
                    + entry.schema().map(" in schema "::concat).orElse("");
        }
        if (entry.tag().startsWith(entry.description() + " ")) {
            return entry.tag();
        }
        return entry.description() + " " + name(entry);
    }

    /** The tag, after schema and a dot where the entry has a schema. */
    static String name(ArchiveEntry entry) {
        return entry.schema().map(schema -> schema + ".").orElse("") + entry.tag();
    }

    static ArchiveEntry withoutOwnerAndTablespace(ArchiveEntry entry) {
        return copy(entry, entry.tag(), entry.definition(), entry.dropStatement());
    }

    static ArchiveEntry renamed(ArchiveEntry entry, String tag, String definition, String dropStatement) {
        return copy(entry, tag, Optional.of(definition), Optional.of(dropStatement));
    }

    private static ArchiveEntry copy(
            ArchiveEntry entry, String tag, Optional<String> definition, Optional<String> dropStatement) {
        return new ArchiveEntry(
                entry.dumpId(),
                entry.hasData(),
                entry.catalogTableOid(),
                entry.catalogOid(),
                tag,
                entry.description(),
                entry.section(),
                definition,
                dropStatement,
                entry.copyStatement(),
                entry.schema(),
                Optional.empty(),
                entry.tableAccessMethod(),
                entry.relationKind(),
                Optional.empty(),
                entry.dependencies());
    }

    static ArchiveEntry comment(int dumpId, String tag, String definition, List<Integer> dependencies) {
        return new ArchiveEntry(
                dumpId,
                false,
                0,
                0,
                tag,
                "COMMENT",
                Section.NONE,
                Optional.of(definition),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                dependencies);
    }
}
