package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for real values in the literals of a structure: in function bodies, defaults, predicates, enum labels. */
public final class LiteralScan {

    private LiteralScan() {}

    /** The findings in entries that travel, without repetitions, in the archive's order. */
    public static List<Finding> findings(List<ArchiveEntry> entries) {
        return entries.stream()
                .filter(LiteralScan::isScanned)
                .flatMap(LiteralScan::findings)
                .distinct()
                .toList();
    }

    /**
     * Ends the run over findings that nobody has accepted.
     *
     * @param accepted fingerprints of harmless literals
     * @throws SanitiserException of kind PLAN, naming every such finding and none of the literals
     */
    public static void refuseFindings(List<ArchiveEntry> entries, Set<String> accepted) {
        List<String> problems = findings(entries).stream()
                .filter(finding -> !accepted.contains(finding.fingerprint()))
                .map(Finding::toString)
                .toList();
        if (!problems.isEmpty()) {
            throw new SanitiserException(
                    FailureKind.PLAN,
                    SanitiserException.of(
                                            FailureKind.PLAN,
                                            "The structure holds literals that look like real values",
                                            problems)
                                    .getMessage()
                            + "\nRemove each from the database or, if it is harmless, add its fingerprint to"
                            + " \"$options\": {\"acceptedLiterals\": [...]} in the allow list.");
        }
    }

    private static boolean isScanned(ArchiveEntry entry) {
        EntryRule rule = EntryRules.of(entry);
        return rule == EntryRule.KEEP_AND_SCAN || (rule == EntryRule.DROP_UNLESS_ASKED && !CopyMarks.isMark(entry));
    }

    private static Stream<Finding> findings(ArchiveEntry entry) {
        return Literal.of(entry.definition().orElse("")).stream()
                .flatMap(literal -> Detectors.ALL.stream()
                        .flatMap(detector ->
                                detector.find(literal).stream().map(match -> Finding.of(entry, detector, match))));
    }
}
