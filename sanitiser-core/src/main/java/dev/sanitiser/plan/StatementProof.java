package dev.sanitiser.plan;

import dev.sanitiser.catalog.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The last line of defence of promise P2: reads a finished statement as text, knowing nothing of what built it, and
 * proves that a faked column's value is in no generator's scope.
 *
 * <ul>
 *   <li>The source is read in {@link StatementScope scopes} only, and a scope lets out nothing but columns that the
 *       plan keeps, the kept paths of documents in the form of {@link DocumentForm}, whether others are NULL, the
 *       ordinal and ranks, and keyed numbers in the forms of {@link PseudonymForms}.
 *   <li>Everything else reads scopes, or subqueries made of them: no table, no other qualifier, no whole row.
 * </ul>
 */
final class StatementProof {

    private static final Set<String> CLAUSES_AFTER_FROM = Set.of("where", "group", "having", "order", "union", "limit");

    private static final Pattern ALIAS = Pattern.compile("\"(s|u|x|c|v|[pg][0-9]+)\"");

    private final QualifiedName table;
    private final Map<String, Admitted> admitted;
    private final SqlText sql;
    private final Deque<Boolean> insideFrom = new ArrayDeque<>(List.of(false));

    private StatementProof(QualifiedName table, Map<String, Admitted> admitted, String sql) {
        this.table = table;
        this.admitted = admitted;
        this.sql = SqlText.of(sql);
    }

    /**
     * What a scope of some table may let out.
     *
     * @param columns kept ones, quoted
     * @param numbers of pseudonyms, by their columns, quoted
     * @param paths into documents, by their columns, quoted
     */
    private record Admitted(
            Set<String> columns, Map<String, PseudonymNumber> numbers, Map<String, Set<List<String>>> paths) {

        void add(List<ColumnPlan> plans) {
            for (ColumnPlan plan : plans) {
                String name = SqlText.quoted(plan.column().name());
                if (plan.treatment() instanceof ColumnTreatment.Keep) {
                    columns.add(name);
                } else if (plan.treatment() instanceof ColumnTreatment.KeepPaths kept) {
                    paths.put(name, DocumentForm.paths(DocumentNode.of(kept.paths())));
                } else if (plan.treatment() instanceof ColumnTreatment.Pseudonym pseudonym) {
                    numbers.put(name, pseudonym.number());
                }
            }
        }

        boolean admits(PseudonymForms.Numbered number) {
            return Optional.ofNullable(numbers.get(number.column()))
                    .filter(number::isOf)
                    .isPresent();
        }

        /** Rows with equal pseudonyms are no secret. */
        boolean mayGroupBy(String column) {
            return columns.contains(column) || numbers.containsKey(column);
        }
    }

    /** @throws IllegalStateException if the table's statement might read more than it may: a defect of ours */
    static void require(TablePlan plan) {
        plan.selectSql().ifPresent(sql -> require(plan, sql));
    }

    static void require(TablePlan plan, String sql) {
        Map<String, Admitted> admitted = new HashMap<>();
        admit(plan.rowSource(), admitted);
        Optional.ofNullable(admitted.get("only" + source(plan.name())))
                .ifPresent(a -> a.columns().addAll(computedFromKept(plan.columns())));
        new StatementProof(plan.name(), admitted, withoutConstraints(plan, sql)).require();
    }

    /** Generated columns are as real as their inputs; an expression contains the name of each of its columns. */
    private static List<String> computedFromKept(List<ColumnPlan> columns) {
        return columns.stream()
                .map(ColumnPlan::column)
                .filter(c -> !c.isStoredFromRows())
                .filter(c -> columns.stream()
                        .filter(i -> i.column().isStoredFromRows())
                        .filter(i -> c.defaultExpression()
                                .orElse("")
                                .contains(i.column().name().replace("\"", "\"\"")))
                        .allMatch(i -> i.treatment() instanceof ColumnTreatment.Keep))
                .map(c -> SqlText.quoted(c.name()))
                .toList();
    }

    private static void admit(RowSource rows, Map<String, Admitted> admitted) {
        admitted.computeIfAbsent(
                        (rows.wholeTree() ? "" : "only") + source(rows.table()),
                        s -> new Admitted(new HashSet<>(), new HashMap<>(), new HashMap<>()))
                .add(rows.columns());
        rows.keyPools().forEach(p -> admit(p, admitted));
    }

    private static void admit(KeyPool pool, Map<String, Admitted> admitted) {
        pool.parts().forEach(p -> admit(p, admitted));
        pool.restrictions().forEach(r -> admit(r.other(), admitted));
    }

    /**
     * The texts of the source's own constraints are PostgreSQL's, those of the allow list's expressions were looked at;
     * neither has subqueries, so they see only what the statement around them gives, which is proven.
     */
    private static String withoutConstraints(TablePlan plan, String sql) {
        String rest = sql;
        List<String> texts = new ArrayList<>(FittedRows.constraintTexts(plan.columns()));
        for (ColumnPlan column : plan.columns()) {
            if (column.treatment() instanceof ColumnTreatment.FakeValue fake) {
                fake.expression().map(e -> new SqlExpression(e).inParentheses()).ifPresent(texts::add);
            }
        }
        for (String text : texts) {
            rest = rest.replace(text, "(null)");
        }
        return rest;
    }

    private static String source(QualifiedName name) {
        return SqlText.quoted(name.schema()) + "." + SqlText.quoted(name.name());
    }

    private void require() {
        if (StatementScope.isWithoutColumns(sql, "only" + source(table))) {
            return;
        }
        int at = 0;
        while (at < sql.size()) {
            Optional<StatementScope> scope = StatementScope.at(sql, at);
            scope.ifPresent(this::check);
            at = scope.isPresent() ? scope.get().end() : outside(at);
        }
    }

    private void check(StatementScope scope) {
        Admitted allowed =
                Optional.ofNullable(admitted.get(scope.source())).orElseThrow(() -> failure("reads " + scope.source()));
        scope.columns().stream()
                .filter(c -> !allowed.columns().contains(c))
                .findFirst()
                .ifPresent(c -> {
                    throw failure("lets out column " + c + " of " + scope.source() + ", which is not kept");
                });
        for (DocumentForm.Document document : scope.documents()) {
            Set<List<String>> paths = allowed.paths().getOrDefault(document.column(), Set.of());
            document.kept().stream().filter(p -> !paths.contains(p)).findFirst().ifPresent(p -> {
                throw failure("lets out path " + String.join(".", p) + " of column " + document.column() + " of "
                        + scope.source() + ", which is not kept");
            });
        }
        scope.grouping().stream()
                .filter(c -> !allowed.mayGroupBy(c))
                .findFirst()
                .ifPresent(c -> {
                    throw failure("counts rows by column " + c + " of " + scope.source() + ", which is not kept");
                });
        scope.numbers().stream().filter(n -> !allowed.admits(n)).findFirst().ifPresent(n -> {
            throw failure("lets out a number of column " + n.column() + " of " + scope.source()
                    + ", which is no pseudonym's");
        });
    }

    /** @return the position after what was looked at */
    private int outside(int at) {
        String token = sql.get(at);
        if (token.startsWith("\"")) {
            return name(at);
        }
        if (token.startsWith("'")) {
            return at + 1;
        }
        if (token.equals("(")) {
            insideFrom.push(false);
        } else if (token.equals(")")) {
            insideFrom.pop();
        } else if (CLAUSES_AFTER_FROM.contains(token)) {
            setInsideFrom(false);
        } else if (token.equals("from") && !sql.get(at - 1).equals("distinct")) {
            setInsideFrom(true);
            subqueryMustFollow(at);
        } else if (token.equals("join") || (token.equals(",") && isInsideFrom())) {
            subqueryMustFollow(at);
        } else if (token.equals("table")
                || (token.equals("*") && sql.get(at - 1).equals("."))) {
            throw failure("reads whole rows");
        }
        return at + 1;
    }

    private boolean isInsideFrom() {
        return Boolean.TRUE.equals(insideFrom.peek());
    }

    private void setInsideFrom(boolean value) {
        insideFrom.pop();
        insideFrom.push(value);
    }

    private void subqueryMustFollow(int at) {
        if (!sql.get(at + 1).equals("(")) {
            throw failure("reads " + sql.get(at + 1) + " outside of a scope");
        }
    }

    private int name(int at) {
        String before = sql.get(at - 1);
        if (!sql.get(at + 1).equals(".")) {
            boolean isColumnOfAlias =
                    before.equals("(") && sql.isName(at - 2) && sql.get(at - 3).equals("as");
            return isColumnOfAlias || before.equals("as") || before.equals(")") ? at + 1 : refuse(at);
        }
        if (!sql.isName(at + 2)) {
            return refuse(at);
        }
        boolean isFunction =
                sql.get(at).equals("\"pg_catalog\"") && sql.get(at + 3).equals("(");
        boolean isType = before.equals("as");
        boolean isAlias =
                ALIAS.matcher(sql.get(at)).matches() && !sql.get(at + 3).equals(".");
        return isFunction || isType || isAlias ? at + 3 : refuse(at);
    }

    private int refuse(int at) {
        throw failure("names " + sql.get(at) + " outside of a scope");
    }

    private IllegalStateException failure(String what) {
        return new IllegalStateException("The statement for " + table + " " + what);
    }
}
