package dev.sanitiser.draft;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.draft.Verdict.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * What a look at the rows told, by the tables' oids.
 *
 * @param tables only those that were looked at
 */
record Contents(Map<Long, TableContent> tables) {

    static final Contents UNKNOWN = new Contents(Map.of());

    Contents {
        tables = Map.copyOf(tables);
    }

    /** Why a table's content was not judged, or not all of it; empty if all was. */
    Optional<String> note(Relation table) {
        return Optional.ofNullable(tables.get(table.oid())).flatMap(TableContent::note);
    }

    /** A verdict by name or type in the light of what the column holds. */
    Verdict amend(Relation table, Column column, Verdict verdict) {
        return Optional.ofNullable(tables.get(table.oid()))
                .flatMap(content -> content.column(column.name()))
                .map(content -> amend(content, column, verdict))
                .orElse(verdict);
    }

    private static Verdict amend(ColumnContent content, Column column, Verdict verdict) {
        Optional<String> likeness = content.personal();
        if (likeness.isPresent()) {
            return verdict.isPersonal()
                    ? new Verdict(verdict.kind(), verdict.reason() + "; " + likeness.get())
                    : new Verdict(Kind.PERSONAL_BY_CONTENT, likeness.get());
        }
        return verdict.kind() == Kind.UNDECIDED
                        && content.isCode()
                        && SafeNames.code(column.name()).isPresent()
                ? new Verdict(Kind.SAFE_BY_CONTENT, "named like a code, with " + content.distinct())
                : verdict;
    }
}
