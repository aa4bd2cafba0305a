package dev.sanitiser.drift;

import dev.sanitiser.allowlist.AllowListOptions.Unlisted;
import dev.sanitiser.allowlist.TableEntry;
import dev.sanitiser.allowlist.TableEntry.Form;
import dev.sanitiser.allowlist.TableEntry.Kept;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to write. New columns are proposed as {@code "auto"} and never under {@code keep}: which real values may travel
 * is not for a program to say, and a generator that is named is not replaced where a constraint refutes it.
 */
final class Remedies {

    private Remedies() {}

    static Remedy goneTable(Optional<String> nearest) {
        return nearest.map(n -> Remedy.of("Remove the entry, or name the table as it is called:", JsonText.quoted(n)))
                .orElseGet(() -> Remedy.of("Remove the entry."));
    }

    static Remedy goneColumn(Optional<String> nearest) {
        return nearest.map(n -> Remedy.of("Remove it, or name the column as it is called:", JsonText.quoted(n)))
                .orElseGet(() -> Remedy.of("Remove it."));
    }

    /**
     * @param gone columns that the entry names and the table does not have
     * @param columns all that the entry does not mention
     */
    static Remedy unclassified(TableEntry entry, Set<String> gone, List<String> columns) {
        if (entry.form() == Form.SHORT) {
            List<String> kept = entry.keep().stream()
                    .map(Kept::column)
                    .filter(c -> !gone.contains(c))
                    .toList();
            String longForm = "{\"keep\": " + JsonText.list(kept) + ", " + JsonText.fake(columns) + "}";
            return Remedy.of(
                    columns.size() == 1
                            ? "Add it to the list if its real values may travel; to fake it, write:"
                            : "Add them to the list if their real values may travel; to fake them, write:",
                    JsonText.member(entry.name().toString(), longForm));
        }
        return Remedy.of(
                (columns.size() == 1
                                ? "Add it under \"keep\" if its real values may travel; to fake it, write"
                                : "Add them under \"keep\" if their real values may travel; to fake them, write")
                        + (entry.fake().isEmpty() ? ":" : " under \"fake\":"),
                entry.fake().isEmpty() ? JsonText.fake(columns) : JsonText.automatic(columns));
    }

    /** What leaves the copy as it is. */
    static Remedy unlisted(Relation table, Unlisted unlisted, boolean strict) {
        return Remedy.of(
                unlisted == Unlisted.FAKE ? "List it:" : "List it, without rows or with the columns to keep:",
                JsonText.member(table.name().toString(), entry(table, unlisted, strict)));
    }

    private static String entry(Relation table, Unlisted unlisted, boolean strict) {
        if (unlisted != Unlisted.FAKE) {
            return "{\"rows\": \"none\"}";
        }
        List<String> columns = table.columns().stream()
                .filter(Column::isStoredFromRows)
                .map(Column::name)
                .toList();
        return strict && !columns.isEmpty() ? "{" + JsonText.fake(columns) + "}" : "[]";
    }
}
