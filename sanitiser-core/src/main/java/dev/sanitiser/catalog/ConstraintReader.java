package dev.sanitiser.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The constraints and unique indexes of all relations. */
final class ConstraintReader {

    /** The number that stands for a whole row in an expression, and for an expression among the keys of an index. */
    private static final int NO_COLUMN = 0;

    private final Map<Long, List<Check>> checks;
    private final Map<Long, List<Record>> uniqueIndexes;
    private final Map<Long, List<ForeignKey>> foreignKeys;
    private final Map<Long, List<Record>> exclusions;

    private ConstraintReader(ConstraintQueries queries, int serverVersion) {
        checks = Rows.byOwner(queries.checks(), ConstraintReader::check);
        uniqueIndexes = Rows.byOwner(queries.uniqueIndexes(serverVersion), Function.identity());
        foreignKeys = Rows.byOwner(queries.foreignKeys(), ConstraintReader::foreignKey);
        exclusions = Rows.byOwner(queries.exclusions(), Function.identity());
    }

    static ConstraintReader read(DSLContext db, int serverVersion) {
        return new ConstraintReader(new ConstraintQueries(db), serverVersion);
    }

    List<Check> checks(long relation) {
        return checks.getOrDefault(relation, List.of());
    }

    List<ForeignKey> foreignKeys(long relation) {
        return foreignKeys.getOrDefault(relation, List.of());
    }

    /** @param columns of that relation */
    List<UniqueIndex> uniqueIndexes(long relation, List<Column> columns) {
        return uniqueIndexes.getOrDefault(relation, List.of()).stream()
                .map(row -> uniqueIndex(row, columns))
                .toList();
    }

    /** @param columns of that relation */
    List<Exclusion> exclusions(long relation, List<Column> columns) {
        return exclusions.getOrDefault(relation, List.of()).stream()
                .map(row -> exclusion(row, columns))
                .toList();
    }

    static Check check(Record row) {
        List<Integer> columns = Rows.integers(row, "columns");
        boolean wholeRow = columns.contains(NO_COLUMN);
        return new Check(
                Rows.text(row, "name"),
                Rows.text(row, "expression"),
                wholeRow ? List.of() : userColumns(columns.stream()),
                wholeRow,
                Rows.flag(row, "validated"));
    }

    /**
     * Numbers of all columns named by the plain {@code keys} of an index or partition key, or
     * {@code inside_expressions} of it.
     */
    static List<Integer> namedColumns(Record row, List<Column> columns) {
        Stream<Integer> plain = Rows.integers(row, "keys").stream();
        return userColumns(Stream.concat(plain, columnsInsideExpressions(row, columns).stream()));
    }

    private static List<Integer> columnsInsideExpressions(Record row, List<Column> columns) {
        List<Integer> numbers = Rows.integers(row, "inside_expressions");
        return numbers.contains(NO_COLUMN)
                ? columns.stream().map(Column::number).toList()
                : userColumns(numbers.stream());
    }

    private static List<Integer> userColumns(Stream<Integer> numbers) {
        return numbers.filter(number -> number > NO_COLUMN).distinct().sorted().toList();
    }

    private static UniqueIndex uniqueIndex(Record row, List<Column> columns) {
        return new UniqueIndex(
                Rows.text(row, "name"),
                Rows.flag(row, "is_primary"),
                Rows.integers(row, "keys").subList(0, Rows.integer(row, "key_count")),
                Rows.texts(row, "expressions"),
                Rows.optionalText(row, "predicate"),
                columnsInsideExpressions(row, columns),
                Rows.flag(row, "nulls_not_distinct"),
                Rows.flag(row, "without_overlaps"));
    }

    private static Exclusion exclusion(Record row, List<Column> columns) {
        List<Integer> keys = Rows.integers(row, "keys").subList(0, Rows.integer(row, "key_count"));
        List<String> operators = Rows.texts(row, "operators");
        return new Exclusion(
                Rows.text(row, "name"),
                userColumns(Stream.concat(keys.stream(), columnsInsideExpressions(row, columns).stream())),
                IntStream.range(0, keys.size())
                        .mapToObj(i -> new Exclusion.Element(keys.get(i), operators.get(i)))
                        .toList(),
                columnsInsideExpressions(row, columns));
    }

    private static ForeignKey foreignKey(Record row) {
        return new ForeignKey(
                Rows.text(row, "name"),
                Rows.number(row, "referenced"),
                Rows.integers(row, "columns"),
                Rows.integers(row, "referenced_columns"),
                Rows.flag(row, "match_full"),
                Rows.flag(row, "validated"));
    }
}
