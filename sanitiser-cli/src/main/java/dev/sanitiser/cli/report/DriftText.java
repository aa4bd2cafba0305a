package dev.sanitiser.cli.report;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.drift.Drift;
import dev.sanitiser.drift.Finding;
import dev.sanitiser.drift.FindingKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Drift for people: a block for each table, each line with a place that terminals and editors open. Lines are not
 * wrapped, because what they hold is there to be copied.
 */
final class DriftText {

    private final boolean colours;

    DriftText(boolean colours) {
        this.colours = colours;
    }

    String of(Drift drift, List<Finding> mended) {
        List<String> lines = new ArrayList<>();
        if (!mended.isEmpty()) {
            lines.add(coloured("1", "Updated " + Printable.of(drift.source())));
            mended.forEach(f -> lines.add("  " + mended(f)));
            lines.add("");
        }
        List<Finding> unlisted =
                drift.notices().stream().filter(DriftText::isMereMention).toList();
        List<Finding> others = drift.findings().stream()
                .filter(f -> f.isError() || !isMereMention(f))
                .toList();
        byTable(others).forEach((table, groups) -> {
            table.ifPresent(t -> lines.add(coloured("1", Printable.of(t.toString()))));
            groups.stream().filter(FindingGroup::isError).forEach(g -> add(drift.source(), g, lines));
            groups.stream().filter(g -> !g.isError()).forEach(g -> add(drift.source(), g, lines));
            lines.add("");
        });
        if (!unlisted.isEmpty()) {
            lines.add(unlisted(unlisted));
        }
        lines.add(summary(drift));
        return lines.stream().map(l -> l + "\n").collect(Collectors.joining());
    }

    private static boolean isMereMention(Finding finding) {
        return finding.kind() == FindingKind.UNLISTED_TABLE && finding.nearest().isEmpty();
    }

    private static String mended(Finding finding) {
        String table = finding.table().map(QualifiedName::toString).orElse("");
        String what = finding.column()
                .map(c -> "column \"" + c + "\" of table \"" + table + "\"")
                .orElse("table \"" + table + "\"");
        return Printable.of(
                switch (finding.mending()) {
                    case REMOVE -> "removed " + what;
                    case ADD -> "added " + what;
                    case NONE -> what;
                });
    }

    private static Map<Optional<QualifiedName>, List<FindingGroup>> byTable(List<Finding> findings) {
        return FindingGroup.of(findings).stream()
                .collect(Collectors.groupingBy(g -> g.first().table(), LinkedHashMap::new, Collectors.toList()));
    }

    private void add(String source, FindingGroup group, List<String> lines) {
        String place = source + group.location().map(l -> ":" + l).orElse("");
        String label = group.isError() ? coloured("31", "error") : coloured("36", "notice");
        lines.add("  " + Printable.of(place) + ": " + label + ": " + group.message());
        if (group.isError()) {
            group.remedy().ifPresent(r -> lines.add("    " + Printable.of(r.toString())));
        }
    }

    private static String unlisted(List<Finding> tables) {
        String names = tables.stream()
                .map(f -> f.table().map(QualifiedName::toString).orElse(""))
                .collect(Collectors.joining(", "));
        return Quantity.of(tables.size(), "table") + (tables.size() == 1 ? " is" : " are") + " not listed: "
                + Printable.of(names);
    }

    private static String summary(Drift drift) {
        int errors = drift.errors().size();
        int notices = drift.notices().size();
        String source = Printable.of(drift.source());
        if (errors == 0) {
            return source + " and the schema agree"
                    + (notices == 0 ? "." : " (" + Quantity.of(notices, "notice") + ").");
        }
        boolean unreadable = drift.errors().stream().allMatch(e -> e.kind() == FindingKind.UNREADABLE_LIST);
        return source
                + (unreadable ? " cannot be read: " : " and the schema do not agree: ")
                + Quantity.of(errors, "error")
                + (notices == 0 ? "." : ", " + Quantity.of(notices, "notice") + ".");
    }

    private String coloured(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[m" : text;
    }
}
