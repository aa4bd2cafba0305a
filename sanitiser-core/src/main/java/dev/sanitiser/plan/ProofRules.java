package dev.sanitiser.plan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;

import dev.sanitiser.catalog.Check;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Finds what has to be proven of a table's fakes: CHECK constraints, domains, generated columns, capacity. A rule that
 * reads generators' columns only is proven on a sample; one that mixes them with kept columns, references or NULLs, on
 * the rows the statement gives.
 *
 * <p>Plain SQL: a constraint's expression is PostgreSQL's own deparsed text and goes in verbatim.
 */
@Allow.PlainSQL
final class ProofRules {

    private static final String REMEDY = "Keep the columns, or name a generator that fits under \"fake\".";
    private static final BigInteger BEYOND_ANY_TABLE = BigInteger.valueOf(1_000_000_000);

    private final TableDraft draft;
    private final TablePlan plan;
    private final List<String> problems;
    private final List<Proof> proofs = new ArrayList<>();

    private ProofRules(TableDraft draft, TablePlan plan, List<String> problems) {
        this.draft = draft;
        this.plan = plan;
        this.problems = problems;
    }

    static List<Proof> of(TableDraft draft, TablePlan plan, List<String> problems) {
        return new ProofRules(draft, plan, problems).find();
    }

    private List<Proof> find() {
        draft.relation().checks().forEach(this::check);
        plan.storedColumns().forEach(this::column);
        draft.relation().columns().stream().filter(c -> !c.isStoredFromRows()).forEach(this::generated);
        return proofs;
    }

    private void check(Check check) {
        List<Column> columns = check.wholeRow() ? draft.relation().columns() : draft.columns(check.columns());
        if (columns.stream().allMatch(draft::isKept)) {
            return;
        }
        String problem = plan.name() + ", constraint " + check.name() + " on " + names(columns);
        if (check.wholeRow()) {
            problems.add(problem + ": it reads the whole row, which this version cannot prove. Keep all columns.");
            return;
        }
        Set<Column> inputs = stored(columns);
        boolean sampled = isSampled(inputs);
        if (!sampled && !check.validated()) {
            return;
        }
        Condition violated = DSL.condition(raw("(" + check.expression() + ") IS FALSE"));
        proofs.add(new Proof(
                rows(inputs, sampled),
                count().filterWhere(violated),
                BigInteger.ZERO,
                problem + ": the fakes do not satisfy CHECK (" + check.expression() + "). " + REMEDY));
    }

    /** The columns whose rows decide: a generated column stands for its inputs. */
    private Set<Column> stored(List<Column> columns) {
        Set<Column> stored = new LinkedHashSet<>();
        for (Column column : columns) {
            if (column.isStoredFromRows()) {
                stored.add(column);
            } else {
                stored.addAll(draft.inputs(column));
            }
        }
        return stored;
    }

    private boolean isSampled(Set<Column> inputs) {
        return inputs.stream().allMatch(c -> plan(c).treatment() instanceof ColumnTreatment.FakeValue)
                && (inputs.size() == 1 || inputs.stream().allMatch(TableDraft::forbidsNull));
    }

    private ColumnPlan plan(Column column) {
        return plan.columns().stream()
                .filter(c -> c.column().number() == column.number())
                .findFirst()
                .orElseThrow();
    }

    /** Rows with generated columns beside the stored ones. */
    private Table<?> rows(Set<Column> inputs, boolean sampled) {
        TableScope scope = TableStatement.scopeOf(plan.columns());
        Table<?> stored = sampled
                ? Sample.of(scope, inputs.stream().map(this::plan).toList(), rowCount(inputs))
                : DSL.table("({0})", plan.select()).as("copy");
        List<Column> computable = draft.relation().columns().stream()
                .filter(c -> !c.isStoredFromRows())
                .filter(c -> !sampled || inputs.containsAll(draft.inputs(c)))
                .toList();
        if (computable.isEmpty()) {
            return stored;
        }
        List<Field<?>> fields = new ArrayList<>();
        fields.add(DSL.field("{0}.*", DSL.name(sampled ? "sample" : "copy")));
        computable.forEach(c -> fields.add(expression(c).as(DSL.name(c.name()))));
        Select<?> withGenerated = DSL.select(fields).from(stored);
        return withGenerated.asTable("rows");
    }

    private Field<Long> rowCount(Set<Column> inputs) {
        return inputs.stream().anyMatch(draft::isUnique)
                ? DSL.select(count().cast(SQLDataType.BIGINT))
                        .from(SourceRows.all(plan.name()))
                        .asField()
                : DSL.inline(0L);
    }

    private static Field<Object> expression(Column generated) {
        return field(raw("(" + generated.defaultExpression().orElse("NULL") + ")"));
    }

    private void column(ColumnPlan column) {
        if (!(column.treatment() instanceof ColumnTreatment.FakeValue fake)) {
            return;
        }
        domain(column.column()).ifPresent(d -> domain(column.column(), d));
        if (draft.isUnique(column.column())) {
            capacity(column.column(), fake.fake().distinctValues());
        }
    }

    private void domain(Column column, DataType.Domain domain) {
        proofs.add(new Proof(
                rows(Set.of(column), true),
                count(DSL.field(DSL.name(column.name()))),
                BigInteger.valueOf(Long.MAX_VALUE),
                draft.nameOf(column) + ": the fakes do not satisfy the constraints of its type "
                        + column.type().formatted() + conditions(domain) + ". " + REMEDY));
    }

    private static String conditions(DataType.Domain domain) {
        return domain.checks().isEmpty()
                ? ""
                : domain.checks().stream()
                        .map(c -> c.name() + " CHECK (" + c.expression() + ")")
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private void capacity(Column column, BigInteger distinctValues) {
        if (distinctValues.compareTo(BEYOND_ANY_TABLE) >= 0) {
            return;
        }
        proofs.add(new Proof(
                SourceRows.all(plan.name()),
                count(),
                distinctValues,
                draft.nameOf(column) + ": it must be unique, but "
                        + column.type().formatted() + " gives only "
                        + distinctValues + " different fakes, and the table has more rows. Keep the column, or widen "
                        + "its type."));
    }

    private void generated(Column column) {
        List<Column> inputs = draft.inputs(column);
        if (inputs.isEmpty() || inputs.stream().allMatch(draft::isKept)) {
            return;
        }
        Set<Column> set = new LinkedHashSet<>(inputs);
        Field<Object> value = DSL.field(DSL.name(column.name()));
        proofs.add(new Proof(
                rows(set, isSampled(set)),
                column.notNull() ? count().filterWhere(value.isNull()) : count(value),
                column.notNull() ? BigInteger.ZERO : BigInteger.valueOf(Long.MAX_VALUE),
                draft.nameOf(column) + ": it cannot be computed from the fakes of " + names(inputs) + ". " + REMEDY));
    }

    private static Optional<DataType.Domain> domain(Column column) {
        return domain(column.type().type());
    }

    /** The first domain in a type, however deep. */
    private static Optional<DataType.Domain> domain(DataType type) {
        return type.match(new DataType.Cases<>(
                base -> Optional.empty(),
                enumeration -> Optional.empty(),
                Optional::of,
                composite -> composite.attributes().stream()
                        .flatMap(a -> domain(a.type().type()).stream())
                        .findFirst(),
                array -> domain(array.element()),
                range -> domain(range.subtype()),
                multirange -> domain(multirange.range())));
    }

    private static String names(Iterable<Column> columns) {
        List<String> names = new ArrayList<>();
        columns.forEach(c -> names.add(c.name()));
        return String.join(", ", names);
    }
}
