package dev.sanitiser.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subquery that reads the source and does nothing else: {@code (select "t"."kept" as "kept", ("t"."faked" is null) as
 * "…", row_number() over () as "…" from only "schema"."table" as "t")}.
 *
 * @param source what it reads, in the form {@code only"schema"."table"}
 * @param columns whose values it lets out, quoted
 * @param documents of which it lets out some paths
 * @param end the position after it
 */
record StatementScope(String source, List<String> columns, List<DocumentForm.Document> documents, int end) {

    private static final String TABLE = "\"t\"";

    /** @return empty if no such subquery begins here */
    static Optional<StatementScope> at(SqlText sql, int at) {
        if (!sql.has(at, "(", "select")) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        List<DocumentForm.Document> documents = new ArrayList<>();
        int next = at + 1;
        do {
            next = field(sql, next + 1, columns, documents);
        } while (next > 0 && sql.has(next, ","));
        return next > 0 && sql.has(next, "from") ? from(sql, next + 1, columns, documents) : Optional.empty();
    }

    /** Whether the whole statement is {@code select from only "schema"."table" as "t"}. */
    static boolean isWithoutColumns(SqlText sql, String source) {
        return sql.has(0, "select", "from")
                && source(sql, 2)
                        .filter(s -> s.source().equals(source) && s.end() == sql.size())
                        .isPresent();
    }

    /** @return the position after a field and its alias; -1 if there is none that a scope may have */
    private static int field(SqlText sql, int at, List<String> columns, List<DocumentForm.Document> documents) {
        Optional<DocumentForm.Document> document = DocumentForm.at(sql, at);
        if (document.isPresent()) {
            documents.add(document.get());
            return alias(sql, document.get().end());
        }
        if (sql.has(at, "row_number", "(", ")", "over", "(", ")")) {
            return alias(sql, at + 6);
        }
        if (sql.has(at, "(")) {
            int close = nullTest(sql, at + 1);
            return sql.has(close, ")") ? alias(sql, close + 1) : -1;
        }
        if (!sql.has(at, TABLE, ".") || !sql.isName(at + 2)) {
            return -1;
        }
        columns.add(sql.get(at + 2));
        return alias(sql, at + 3);
    }

    private static int nullTest(SqlText sql, int at) {
        if (!sql.has(at, TABLE, ".") || !sql.isName(at + 2)) {
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

    private static Optional<StatementScope> from(
            SqlText sql, int at, List<String> columns, List<DocumentForm.Document> documents) {
        return source(sql, at)
                .filter(s -> sql.has(s.end(), ")"))
                .map(s -> new StatementScope(s.source(), columns, documents, s.end() + 1));
    }

    private static Optional<StatementScope> source(SqlText sql, int at) {
        String only = sql.has(at, "only") ? "only" : "";
        int name = at + (only.isEmpty() ? 0 : 1);
        boolean found =
                sql.isName(name) && sql.has(name + 1, ".") && sql.isName(name + 2) && sql.has(name + 3, "as", TABLE);
        return found
                ? Optional.of(new StatementScope(
                        only + sql.get(name) + "." + sql.get(name + 2), List.of(), List.of(), name + 5))
                : Optional.empty();
    }
}
