package dev.sanitiser.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A subquery that reads the source and does nothing else: {@code (select "t"."kept" as "kept", ("t"."faked" is null) as
 * "…", row_number() over () as "…" from only "schema"."table" as "t")}. It may also let out ranks, whose window reads
 * columns, the keyed numbers of {@link PseudonymForms} and the documents of {@link DocumentForm}.
 *
 * @param source what it reads, in the form {@code only"schema"."table"}
 * @param columns whose values it lets out, quoted
 * @param grouping columns that ranks count rows by, quoted
 * @param numbers of values that it does not let out
 * @param documents of which it lets out some paths
 * @param end the position after it
 */
record StatementScope(
        String source,
        List<String> columns,
        List<String> grouping,
        List<PseudonymForms.Numbered> numbers,
        List<DocumentForm.Document> documents,
        int end) {

    private static final String TABLE = "\"t\"";
    private static final Pattern BLOCK_START = Pattern.compile("'\\([0-9]+,0\\)'");

    private StatementScope() {
        this("", new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), -1);
    }

    /** @return empty if no such subquery begins here */
    static Optional<StatementScope> at(SqlText sql, int at) {
        if (!sql.has(at, "(", "select")) {
            return Optional.empty();
        }
        StatementScope scope = new StatementScope();
        int next = at + 1;
        do {
            next = scope.field(sql, next + 1);
        } while (next > 0 && sql.has(next, ","));
        return next > 0 && sql.has(next, "from") ? scope.from(sql, next + 1) : Optional.empty();
    }

    /** Whether the whole statement is {@code select from only "schema"."table" as "t"}, or a range of that. */
    static boolean isWithoutColumns(SqlText sql, String source) {
        return sql.has(0, "select", "from")
                && source(sql, 2)
                        .filter(s -> s.name().equals(source) && range(sql, s.end()) == sql.size())
                        .isPresent();
    }

    /** @return the position after the condition of a {@link RowRange}; the same position if there is none */
    private static int range(SqlText sql, int at) {
        if (!sql.has(at, "where", "(")) {
            return at;
        }
        int next = bound(sql, at + 2, ">", "=");
        if (sql.has(next, "and")) {
            next = bound(sql, next + 1, "<");
        }
        return sql.has(next, ")") ? next + 1 : at;
    }

    private static int bound(SqlText sql, int at, String... operator) {
        int position = at + 3 + operator.length;
        boolean found = sql.has(at, TABLE, ".", "\"ctid\"")
                && sql.has(at + 3, operator)
                && BLOCK_START.matcher(sql.get(position)).matches()
                && sql.has(position + 1, ":", ":", "pg_catalog", ".", "tid");
        return found ? position + 6 : -1;
    }

    /** @return the position after a field and its alias; -1 if there is none that a scope may have */
    private int field(SqlText sql, int at) {
        Optional<PseudonymForms.Numbered> number = PseudonymForms.number(sql, at);
        if (number.isPresent()) {
            numbers.add(number.get());
            return alias(sql, number.get().end());
        }
        Optional<DocumentForm.Document> document = DocumentForm.at(sql, at);
        if (document.isPresent()) {
            documents.add(document.get());
            return alias(sql, document.get().end());
        }
        int rows = rowNumber(sql, at);
        if (rows > 0) {
            return alias(sql, rows);
        }
        if (sql.has(at, "(")) {
            int close = nullTest(sql, at + 1);
            return sql.has(close, ")") ? alias(sql, close + 1) : -1;
        }
        if (!isColumn(sql, at)) {
            return -1;
        }
        columns.add(sql.get(at + 2));
        return alias(sql, at + 3);
    }

    private int rowNumber(SqlText sql, int at) {
        int number = ordinal(sql, at);
        if (number > 0) {
            return number;
        }
        return sql.has(at, "row_number", "(", ")", "over", "(", "partition", "by") ? rank(sql, at + 7) : -1;
    }

    /** The row number as it is, or multiplied, or moved by a constant, or both. */
    private static int ordinal(SqlText sql, int at) {
        if (sql.has(at, "row_number", "(", ")", "over", "(", ")")) {
            return at + 6;
        }
        int inner = sql.has(at, "(") ? ordinal(sql, at + 1) : -1;
        boolean isChanged = inner > 0
                && (sql.has(inner, "*") || sql.has(inner, "+") || sql.has(inner, "-"))
                && sql.isNumber(inner + 1)
                && sql.has(inner + 2, ")");
        return isChanged ? inner + 3 : -1;
    }

    private int rank(SqlText sql, int at) {
        int next = at - 1;
        do {
            next = member(sql, next + 1);
        } while (next > 0 && sql.has(next, ","));
        return next > 0 && sql.has(next, "order", "by", TABLE, ".", "\"ctid\"", ")") ? next + 6 : -1;
    }

    private int member(SqlText sql, int at) {
        if (sql.has(at, "(")) {
            int close = nullTest(sql, at + 1);
            return sql.has(close, ")") ? close + 1 : -1;
        }
        if (!isColumn(sql, at)) {
            return -1;
        }
        grouping.add(sql.get(at + 2));
        return at + 3;
    }

    private static boolean isColumn(SqlText sql, int at) {
        return sql.has(at, TABLE, ".") && sql.isName(at + 2);
    }

    private static int nullTest(SqlText sql, int at) {
        if (!isColumn(sql, at)) {
            return -1;
        }
        if (sql.has(at + 3, "is", "null")) {
            return at + 5;
        }
        return sql.has(at + 3, "is", "not", "distinct", "from", "null") ? at + 8 : -1;
    }

    private static int alias(SqlText sql, int at) {
        return sql.has(at, "as") && sql.isName(at + 1) ? at + 2 : -1;
    }

    private Optional<StatementScope> from(SqlText sql, int at) {
        Optional<Source> read = withDocumentsRead(sql, at);
        return read.or(() -> source(sql, at)).flatMap(s -> {
            int next = s.end();
            while (next > 0 && sql.has(next, "cross", "join")) {
                next = PseudonymForms.tables(sql, next + 2);
            }
            int end = read.isPresent() ? next : range(sql, next);
            return next > 0 && sql.has(end, ")")
                    ? Optional.of(new StatementScope(s.name(), columns, grouping, numbers, documents, end + 1))
                    : Optional.empty();
        });
    }

    private record Source(String name, int end) {}

    /** {@code (select … from only "schema"."table" as "t" offset 0 rows) as "t"}, where each column keeps its name. */
    private static Optional<Source> withDocumentsRead(SqlText sql, int at) {
        if (!sql.has(at, "(", "select")) {
            return Optional.empty();
        }
        int next = at + 1;
        do {
            next = unchanged(sql, next + 1);
        } while (next > 0 && sql.has(next, ","));
        if (next < 0 || !sql.has(next, "from")) {
            return Optional.empty();
        }
        return source(sql, next + 1)
                .map(s -> new Source(s.name(), range(sql, s.end())))
                .filter(s -> sql.has(s.end(), "offset", "0", "rows", ")", "as", TABLE))
                .map(s -> new Source(s.name(), s.end() + 6));
    }

    /**
     * @return the position after a column, as it is or with its document read, under its own name; -1 if none is there
     */
    private static int unchanged(SqlText sql, int at) {
        Optional<DocumentForm.Document> read = DocumentForm.read(sql, at);
        String column = read.map(DocumentForm.Document::column).orElseGet(() -> sql.get(at + 2));
        int end = read.map(DocumentForm.Document::end).orElse(isColumn(sql, at) ? at + 3 : -1);
        return end > 0 && sql.has(end, "as", column) ? end + 2 : -1;
    }

    private static Optional<Source> source(SqlText sql, int at) {
        String only = sql.has(at, "only") ? "only" : "";
        int name = at + (only.isEmpty() ? 0 : 1);
        boolean found =
                sql.isName(name) && sql.has(name + 1, ".") && sql.isName(name + 2) && sql.has(name + 3, "as", TABLE);
        return found
                ? Optional.of(new Source(only + sql.get(name) + "." + sql.get(name + 2), name + 5))
                : Optional.empty();
    }
}
