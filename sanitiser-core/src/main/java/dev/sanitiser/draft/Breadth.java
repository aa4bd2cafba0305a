package dev.sanitiser.draft;

import dev.sanitiser.catalog.ColumnType;
import java.util.List;
import java.util.Set;

/** Which rules about names count for a column. */
enum Breadth {
    /** Flags, points in time and counters: what a word names is mostly beside the point, unless it is sensitive. */
    SENSITIVE,
    /** The key of a table's own rows, which says nothing of what they are about. */
    OWN_KEYS,
    /** Numbers and uuids that are named as keys: what they refer to is not in them. */
    KEYS,
    ALL;

    private static final Set<String> KEY_WORDS = Set.of("id", "ids", "key", "pk", "fk", "uuid", "oid");

    static Breadth of(String columnName, ColumnType type) {
        TypeFamily family = TypeFamily.of(type.type());
        if (family == TypeFamily.FLAG || family == TypeFamily.MOMENT) {
            return SENSITIVE;
        }
        if (isNumber(family) && isCounter(columnName)) {
            return SENSITIVE;
        }
        boolean canBeSurrogate = family == TypeFamily.INTEGER || family == TypeFamily.UUID;
        return canBeSurrogate && isNamedAsKey(columnName) ? KEYS : ALL;
    }

    private static boolean isNumber(TypeFamily family) {
        return family == TypeFamily.INTEGER || family == TypeFamily.DECIMAL;
    }

    private static boolean isCounter(String columnName) {
        List<String> words = PersonalRules.standard().words(columnName);
        return !words.isEmpty() && Set.of("count", "counter", "quantity", "qty").contains(words.get(words.size() - 1));
    }

    static boolean isNamedAsKey(String columnName) {
        List<String> words = PersonalRules.standard().words(columnName);
        return !words.isEmpty() && KEY_WORDS.contains(words.get(words.size() - 1));
    }
}
