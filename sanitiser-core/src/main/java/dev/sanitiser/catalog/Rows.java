package dev.sanitiser.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Reads the cells of catalog rows. */
final class Rows {

    private Rows() {}

    static String text(Record row, String column) {
        return present(cell(row, column, String.class));
    }

    static Optional<String> optionalText(Record row, String column) {
        return Optional.ofNullable(cell(row, column, String.class));
    }

    static int integer(Record row, String column) {
        return present(cell(row, column, Integer.class));
    }

    static long number(Record row, String column) {
        return present(cell(row, column, Long.class));
    }

    static OptionalLong optionalNumber(Record row, String column) {
        Long number = cell(row, column, Long.class);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    static boolean flag(Record row, String column) {
        return present(cell(row, column, Boolean.class));
    }

    static List<Integer> integers(Record row, String column) {
        return List.of(present(cell(row, column, Integer[].class)));
    }

    static List<String> texts(Record row, String column) {
        return List.of(present(cell(row, column, String[].class)));
    }

    /** The columns {@code schema} and {@code name}. */
    static QualifiedName qualifiedName(Record row) {
        return new QualifiedName(text(row, "schema"), text(row, "name"));
    }

    /** One list for each value of the column {@code owner}, in the order of the rows. */
    static <T> Map<Long, List<T>> byOwner(Result<Record> rows, Function<Record, T> mapper) {
        return rows.stream().collect(groupingBy(row -> number(row, "owner"), mapping(mapper, toList())));
    }

    /** Each row under its number in this column, which is unique. */
    static Map<Long, Record> byNumber(Result<Record> rows, String column) {
        return rows.stream().collect(toMap(row -> number(row, column), row -> row));
    }

    /** The constant that PostgreSQL writes as this one-letter code. */
    static <E extends Enum<E>> E decode(String codes, E[] constants, String code) {
        int index = codes.indexOf(code);
        if (code.length() != 1 || index < 0) {
            throw new IllegalStateException(
                    "Unknown code \"" + code + "\" in the catalog; known are " + Arrays.toString(constants));
        }
        return constants[index];
    }

    /** jOOQ looks for a converter each time, even where there is nothing to convert. */
    private static <T> @Nullable T cell(Record row, String column, Class<T> type) {
        Object cell = row.get(column);
        return type.isInstance(cell) ? type.cast(cell) : row.get(column, type);
    }

    /**
     * The catalog's functions see the present, its tables the snapshot, so they answer NULL for what was dropped since.
     */
    private static <T> T present(@Nullable T cell) {
        if (cell == null) {
            throw structureChanged();
        }
        return cell;
    }

    static SanitiserException structureChanged() {
        return new SanitiserException(
                FailureKind.ENVIRONMENT,
                "The structure of the database changed while it was being read."
                        + " Run again when no migration is in progress.");
    }
}
