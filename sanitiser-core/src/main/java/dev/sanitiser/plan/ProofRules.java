package dev.sanitiser.plan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.raw;

import dev.sanitiser.catalog.Check;
import dev.sanitiser.catalog.Column;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Finds what has to be proven of a table's fakes: CHECK constraints, generated columns, and what {@link ColumnProofs}
 * adds. A rule that reads generators' columns only is proven on a sample; one that mixes them with kept columns,
 * references or NULLs, on the rows the statement gives.
 *
 * <p>Plain SQL: a constraint's expression is PostgreSQL's own deparsed text and goes in verbatim.
 */
@Allow.PlainSQL
final class ProofRules {

    private final TableDraft draft;
    private final TablePlan plan;
    private final List<Misfit> problems;
    private final List<Proof> proofs = new ArrayList<>();

    private ProofRules(TableDraft draft, TablePlan plan, List<Misfit> problems) {
        this.draft = draft;
        this.plan = plan;
        this.problems = problems;
    }

    static List<Proof> of(TableDraft draft, TablePlan plan, List<Misfit> problems) {
        return new ProofRules(draft, plan, problems).find();
    }

    private List<Proof> find() {
        draft.relation().checks().forEach(c -> check(c, Proof.Kind.ROW));
        TableConstraints.partition(draft).ifPresent(c -> check(c, Proof.Kind.PARTITION));
        proofs.addAll(ColumnProofs.of(draft, plan));
        draft.indexProofs().forEach(p -> proofs.add(p.of(plan)));
        draft.relation().columns().stream().filter(c -> !c.isStoredFromRows()).forEach(this::generated);
        return proofs;
    }

    private void check(Check check, Proof.Kind kind) {
        List<Column> columns = check.wholeRow() ? draft.relation().columns() : draft.columns(check.columns());
        if (columns.stream().allMatch(draft::isKept)) {
            return;
        }
        String problem = plan.name() + ", constraint " + check.name() + " on " + names(columns);
        if (check.wholeRow()) {
            problems.add(Misfit.ofRule(
                    plan.name(),
                    problem + ": it reads the whole row, which this version cannot prove. Keep all columns."));
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
                        problem + ": the fakes do not satisfy CHECK (" + check.expression() + "). "
                                + ColumnProofs.REMEDY)
                .about(draft, inputs, kind));
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
        return inputs.stream()
                        .allMatch(c -> plan(c).treatment() instanceof ColumnTreatment.FakeValue fake
                                && fake.dependsOnOrdinalOnly())
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
        if (!sampled) {
            return ComputedColumns.of(draft.relation()).copiedRows(plan);
        }
        Table<?> sample = Sample.of(
                plan, inputs.stream().map(this::plan).toList(), inputs.stream().anyMatch(draft::isUnique));
        return ComputedColumns.of(draft.relation())
                .only(c -> inputs.containsAll(draft.inputs(c)))
                .beside(sample);
    }

    private void generated(Column column) {
        List<Column> inputs = draft.inputs(column);
        if (inputs.isEmpty() || inputs.stream().allMatch(draft::isKept)) {
            return;
        }
        Set<Column> set = new LinkedHashSet<>(inputs);
        Field<Object> value = DSL.field(DSL.name(column.name()));
        Condition misfit = column.notNull() ? value.isNull() : DSL.noCondition();
        if (TypeCasts.cutsWhatIsTooLong(column.type())) {
            misfit = misfit.or(value.isDistinctFrom(ComputedColumns.uncast(column)));
        }
        boolean anyValueFits = misfit.equals(DSL.noCondition());
        proofs.add(new Proof(
                        rows(set, isSampled(set)),
                        anyValueFits ? count(value) : count().filterWhere(misfit),
                        anyValueFits ? BigInteger.valueOf(Long.MAX_VALUE) : BigInteger.ZERO,
                        draft.nameOf(column) + ": it cannot be computed from the fakes of " + names(inputs) + ". "
                                + ColumnProofs.REMEDY)
                .about(draft, set, Proof.Kind.ROW));
    }

    private static String names(Iterable<Column> columns) {
        List<String> names = new ArrayList<>();
        columns.forEach(c -> names.add(c.name()));
        return String.join(", ", names);
    }
}
