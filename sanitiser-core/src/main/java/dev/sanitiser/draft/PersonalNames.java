package dev.sanitiser.draft;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.draft.Verdict.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells from a column's name, or else its comment, whether its values are likely to be about people: their names,
 * addresses, health, earnings, credentials and what they write. Looks at no value.
 *
 * <p>The words, in several languages, are in the resource {@code personal.txt}; what the generators' own rules know of
 * names is used as well.
 */
public final class PersonalNames {

    private PersonalNames() {}

    /**
     * Judges one column.
     *
     * @param comment the column's comment, which decides only where the name says nothing; never part of the answer
     * @param type a flag or a point in time is about people only under a sensitive name: {@code email_verified} is not
     * @param tableName says whose a bare {@code name} or {@code number} is
     * @return a verdict of kind PERSONAL_BY_NAME or PERSONAL_BY_COMMENT; empty where nothing looks personal
     */
    public static Optional<Verdict> judge(
            String columnName, Optional<String> comment, ColumnType type, String tableName) {
        return byName(columnName, type, tableName)
                .or(() -> byTypeName(type.type(), type, tableName))
                .or(() -> comment.flatMap(text -> byComment(text, columnName, type)));
    }

    /** With less or more rules than name and type ask for. */
    static Optional<Verdict> judge(String columnName, String tableName, Breadth breadth) {
        return PersonalRules.standard().ofName(columnName, tableName, breadth).map(PersonalNames::named);
    }

    private static Verdict named(String topic) {
        return new Verdict(Kind.PERSONAL_BY_NAME, "its name speaks of " + topic);
    }

    private static Optional<Verdict> byName(String name, ColumnType type, String table) {
        return PersonalRules.standard()
                .ofName(name, table, Breadth.of(name, type))
                .map(PersonalNames::named);
    }

    /** A domain or an enum bears a name of its own. */
    private static Optional<Verdict> byTypeName(DataType type, ColumnType columnType, String table) {
        return namesOf(type)
                .flatMap(name -> PersonalRules.standard().ofName(name, table, Breadth.of(name, columnType)).stream())
                .findFirst()
                .map(topic -> new Verdict(Kind.PERSONAL_BY_NAME, "the name of its type speaks of " + topic));
    }

    private static Stream<String> namesOf(DataType type) {
        return type.match(new DataType.Cases<>(
                base -> Stream.empty(),
                enumeration -> Stream.of(enumeration.name().name()),
                domain -> Stream.concat(
                        Stream.of(domain.name().name()),
                        namesOf(domain.underlying().type())),
                composite -> Stream.empty(),
                array -> namesOf(array.element()),
                range -> Stream.empty(),
                multirange -> Stream.empty()));
    }

    private static Optional<Verdict> byComment(String comment, String name, ColumnType type) {
        return PersonalRules.standard()
                .ofComment(comment, Breadth.of(name, type))
                .map(topic -> new Verdict(Kind.PERSONAL_BY_COMMENT, "its comment speaks of " + topic));
    }
}
