package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides which entries of pg_dump's structure travel, and takes out of those what names the source. */
public final class StructureFilter {

    private static final String STANDARD_STRINGS = "SET standard_conforming_strings = 'on';";

    private StructureFilter() {}

    /**
     * Admits entries by the allow list of kinds; what depends on an entry that does not travel does not travel either.
     *
     * @param entries the structure as pg_dump wrote it
     * @throws SanitiserException of kind PLAN if a kind is unknown, or if a table would be lost (or its default) that
     *     was not excluded itself; of kind ENVIRONMENT if backslashes in the structure's literals mean escapes
     */
    public static FilteredStructure apply(List<ArchiveEntry> entries, StructureOptions options) {
        refuseRows(entries);
        refuseUnknownKinds(entries);
        refuseEscapingStrings(entries);
        Map<Integer, LeftOut> leftOut = LeavingOut.of(entries, options);
        LostTables.refuse(entries, leftOut);
        Predicate<ArchiveEntry> stays = entry -> !leftOut.containsKey(entry.dumpId());
        return new FilteredStructure(
                entries.stream().filter(stays).map(StructureFilter::anonymous).toList(),
                entries.stream().filter(stays.negate()).map(Entries::title).toList());
    }

    private static ArchiveEntry anonymous(ArchiveEntry entry) {
        return EntryRules.of(entry) == EntryRule.REWRITE
                ? NeutralDatabase.of(entry)
                : Entries.withoutOwnerAndTablespace(entry);
    }

    private static void refuseRows(List<ArchiveEntry> entries) {
        entries.stream()
                .filter(entry -> EntryRules.of(entry) == EntryRule.OURS)
                .findFirst()
                .ifPresent(entry -> {
                    throw new IllegalStateException(
                            "pg_dump was asked for the structure only, but wrote " + Entries.title(entry));
                });
    }

    private static void refuseUnknownKinds(List<ArchiveEntry> entries) {
        List<String> problems = entries.stream()
                .filter(entry -> EntryRules.of(entry) == EntryRule.REFUSE)
                .map(
                        entry -> Entries.title(entry)
                                + ": nobody has decided yet whether entries of kind \"" + entry.description()
                                + "\" may leave the source. Drop the object, or use a release of Sanitiser that knows the kind.")
                .toList();
        if (!problems.isEmpty()) {
            throw SanitiserException.of(
                    FailureKind.PLAN, "The structure holds entries of a kind that Sanitiser does not know", problems);
        }
    }

    private static void refuseEscapingStrings(List<ArchiveEntry> entries) {
        boolean escaping = entries.stream()
                .filter(entry -> Entries.is(entry, "STDSTRINGS"))
                .map(ArchiveEntry::definition)
                .flatMap(Optional::stream)
                .anyMatch(definition -> !definition.strip().equals(STANDARD_STRINGS));
        if (escaping) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "pg_dump connected with standard_conforming_strings off, so the structure's literals cannot be"
                            + " checked. Turn it on for the role and the database, and for a connection pooler between.");
        }
    }
}
