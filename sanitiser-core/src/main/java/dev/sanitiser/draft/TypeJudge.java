package dev.sanitiser.draft;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.draft.Verdict.Kind;
import java.util.Optional;

/** Judges columns that are no keys by what the catalog says of them: name, comment, type, constraints. */
final class TypeJudge {

    private TypeJudge() {}

    static Verdict judge(Relation table, Column column) {
        if (!column.isStoredFromRows()) {
            return new Verdict(Kind.COMPUTED, "computed from other columns");
        }
        return PersonalNames.judge(
                        column.name(),
                        column.comment(),
                        column.type(),
                        table.name().name())
                .orElseGet(() -> byType(table, column));
    }

    private static Verdict byType(Relation table, Column column) {
        DataType type = column.type().type();
        return switch (TypeFamily.of(type)) {
            case FLAG -> safe("a flag");
            case ENUMERATION -> safe("labels of an enum");
            case MOMENT -> safe("a point in time that the name links with nobody's life");
            case DATE -> named(SafeNames.event(column.name()), "a date, and its name tells of no event");
            case INTEGER, DECIMAL, INTERVAL ->
                named(
                        SafeNames.number(column.name()).filter(topic -> !isNamedAsType(column)),
                        "a number, and its name does not tell of what");
            case TEXT ->
                ListedValues.isLimited(table, column)
                        ? safe("text whose values a CHECK constraint lists")
                        : undecided("text may hold anything");
            case DOCUMENT -> undecided("a document may hold anything");
            case UUID -> undecided("a uuid that refers to no key that is kept");
            case NETWORK_ADDRESS -> new Verdict(Kind.PERSONAL_BY_TYPE, "network addresses lead to people");
            case LOCATION -> new Verdict(Kind.PERSONAL_BY_TYPE, "places lead to people");
            case MONEY -> undecided("money, and its name does not tell whose");
            case OTHER -> undecided("nothing is known of its type that would make it safe");
        };
    }

    /** Such a name tells what the type tells. */
    private static boolean isNamedAsType(Column column) {
        return column.name().equals(column.type().type().name().name());
    }

    private static Verdict named(Optional<String> topic, String otherwise) {
        return topic.map(t -> safe("its name is that of " + t)).orElseGet(() -> undecided(otherwise));
    }

    private static Verdict safe(String reason) {
        return new Verdict(Kind.SAFE_BY_TYPE, reason);
    }

    private static Verdict undecided(String reason) {
        return new Verdict(Kind.UNDECIDED, reason);
    }
}
