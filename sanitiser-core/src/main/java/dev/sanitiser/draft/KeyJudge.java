package dev.sanitiser.draft;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Column.Identity;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.draft.Verdict.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds surrogate keys: numbers and uuids that mean nothing outside of the database. A key that people bring along, an
 * e-mail address or a personnel number, is no safer than any other column.
 */
final class KeyJudge {

    private static final Pattern MADE_BY_DATABASE =
            Pattern.compile("\\b(?:nextval|gen_random_uuid|uuid_generate_v\\d\\w*|uuidv[47])\\(");

    private KeyJudge() {}

    /** @return empty for a column that is not part of a key */
    static Optional<Verdict> judge(Relation table, Column column) {
        TypeFamily family = TypeFamily.of(column.type().type());
        if ((family != TypeFamily.INTEGER && family != TypeFamily.UUID) || !column.isStoredFromRows()) {
            return Optional.empty();
        }
        boolean isKey =
                table.uniqueIndexes().stream().anyMatch(index -> index.keys().contains(column.number()));
        boolean isMade = column.identity() != Identity.NONE
                || column.defaultExpression()
                        .filter(e -> MADE_BY_DATABASE.matcher(e).find())
                        .isPresent();
        if (!isKey && !isMade) {
            return Optional.empty();
        }
        boolean isNamedAsKey = Breadth.isNamedAsKey(column.name());
        Breadth breadth = isNamedAsKey ? Breadth.OWN_KEYS : Breadth.ALL;
        return PersonalNames.judge(column.name(), table.name().name(), breadth)
                .or(() -> isMade || isNamedAsKey || family == TypeFamily.UUID
                        ? Optional.of(
                                new Verdict(Kind.STRUCTURAL, isKey ? "a surrogate key" : "numbered by the database"))
                        : Optional.empty());
    }
}
