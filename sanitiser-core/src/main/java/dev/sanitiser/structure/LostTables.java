package dev.sanitiser.structure;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses to lose a table, or a column's default, only because something it needs does not travel. */
final class LostTables {

    private final Map<Integer, ArchiveEntry> byDumpId = new HashMap<>();
    private final Map<Integer, LeftOut> leftOut;

    private LostTables(List<ArchiveEntry> entries, Map<Integer, LeftOut> leftOut) {
        entries.forEach(entry -> byDumpId.put(entry.dumpId(), entry));
        this.leftOut = leftOut;
    }

    static void refuse(List<ArchiveEntry> entries, Map<Integer, LeftOut> leftOut) {
        LostTables check = new LostTables(entries, leftOut);
        List<String> problems =
                entries.stream().map(check::problem).flatMap(Optional::stream).toList();
        if (!problems.isEmpty()) {
            throw SanitiserException.of(
                    FailureKind.PLAN, "The copy would lack tables, or defaults, that nobody left out", problems);
        }
    }

    private Optional<String> problem(ArchiveEntry entry) {
        return Optional.ofNullable(leftOut.get(entry.dumpId()))
                .filter(cause -> cause.isConsequenceFor(entry))
                .flatMap(cause -> tableOf(entry).map(table -> problem(entry, table, cause)));
    }

    /** The table that an entry is, or that it is a default of and that stays. */
    private Optional<ArchiveEntry> tableOf(ArchiveEntry entry) {
        if (Entries.is(entry, "TABLE")) {
            return Optional.of(entry);
        }
        if (!Entries.is(entry, "DEFAULT")) {
            return Optional.empty();
        }
        return entry.dependencies().stream()
                .map(byDumpId::get)
                .filter(table -> table != null
                        && Entries.is(table, "TABLE")
                        && !leftOut.containsKey(table.dumpId())
                        && entry.schema().equals(table.schema())
                        && entry.tag().startsWith(table.tag() + " "))
                .findFirst();
    }

    private static String problem(ArchiveEntry entry, ArchiveEntry table, LeftOut cause) {
        return Entries.title(entry) + " needs " + Entries.title(cause.origin()) + ", which does not travel: "
                + cause.reason().clause() + ". " + remedy(table, cause);
    }

    private static String remedy(ArchiveEntry table, LeftOut cause) {
        String exclude = "exclude table " + Entries.name(table);
        return switch (cause.reason()) {
            case KIND -> "Remove the dependency, or " + exclude + " as well.";
            case SCHEMA -> "Copy that schema too, or " + exclude + " as well.";
            case EXCLUDED -> "Do not exclude it, or " + exclude + " as well.";
        };
    }
}
