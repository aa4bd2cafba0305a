package dev.sanitiser.cli.report;

import dev.sanitiser.allowlist.Location;
import dev.sanitiser.drift.Finding;
import dev.sanitiser.drift.FindingKind;
import dev.sanitiser.drift.Remedy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Findings that one remedy mends: the columns of a table that nobody has classified.
 *
 * @param findings at least one; several are all of a kind, in one place
 */
record FindingGroup(List<Finding> findings) {
    FindingGroup {
        findings = List.copyOf(findings);
    }

    private record Key(Object identity) {}

    /** {@return all findings in their order, a group where its first stands} */
    static List<FindingGroup> of(List<Finding> findings) {
        Map<Key, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            groups.computeIfAbsent(key(finding), k -> new ArrayList<>()).add(finding);
        }
        return groups.values().stream().map(FindingGroup::new).toList();
    }

    /** What may have been renamed is told one by one. */
    private static Key key(Finding finding) {
        boolean joins = finding.kind() == FindingKind.UNCLASSIFIED_COLUMN
                && finding.nearest().isEmpty();
        return new Key(joins ? finding.table() : finding);
    }

    Finding first() {
        return findings.get(0);
    }

    boolean isError() {
        return first().isError();
    }

    Optional<Location> location() {
        return first().location();
    }

    Optional<Remedy> remedy() {
        return first().remedy();
    }

    String message() {
        if (findings.size() == 1) {
            return Printable.of(first().message());
        }
        String columns =
                findings.stream().map(f -> "\"" + f.column().orElse("") + "\"").collect(Collectors.joining(", "));
        return Printable.of("columns " + columns + " of table \""
                + first().table().map(Object::toString).orElse("") + "\" are neither kept nor faked");
    }
}
