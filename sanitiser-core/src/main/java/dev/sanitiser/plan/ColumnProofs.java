package dev.sanitiser.plan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.selectOne;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.fake.Fake;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Finds what has to be proven of single columns: that values fit a domain, that there are enough different ones and
 * that they differ, that drawn keys exist and fit.
 *
 * <p>Plain SQL: an index's expression is PostgreSQL's own deparsed text and goes in verbatim.
 */
@Allow.PlainSQL
final class ColumnProofs {

    static final String REMEDY = "Keep the columns, or name a generator that fits under \"fake\".";

    private static final String KEEP_KEYS = "Keep the foreign key's columns and the key they refer to.";

    private final TableDraft draft;
    private final TablePlan plan;

    private ColumnProofs(TableDraft draft, TablePlan plan) {
        this.draft = draft;
        this.plan = plan;
    }

    static List<Proof> of(TableDraft draft, TablePlan plan) {
        ColumnProofs proofs = new ColumnProofs(draft, plan);
        return plan.storedColumns().stream()
                .flatMap(c -> proofs.of(c).map(p -> p.about(draft, List.of(c.column()), Proof.Kind.COLUMN)))
                .toList();
    }

    private Stream<Proof> of(ColumnPlan column) {
        return column.treatment()
                .match(new ColumnTreatment.Cases<>(
                        keep -> Stream.empty(),
                        paths -> domain(
                                column,
                                () -> new ComputedColumns(List.of()).copiedRows(plan),
                                "documents with kept paths do")
                                .stream(),
                        fake -> fake.expression()
                                .map(e -> sql(column, new SqlExpression(e)))
                                .orElseGet(() -> fake(column, fake.fake())),
                        reference -> reference(column.column(), reference),
                        pseudonym -> Stream.empty(),
                        alwaysNull -> domain(column, "NULL does").stream(),
                        computed -> Stream.empty()));
    }

    private Stream<Proof> fake(ColumnPlan column, Fake fake) {
        Stream<Proof> fitting = domain(column, "the fakes do").stream();
        return draft.isUnique(column.column())
                ? Stream.concat(
                        fitting, Stream.concat(capacity(column.column(), fake).stream(), uniqueness(column, fake)))
                : fitting;
    }

    /** An expression of the user's: whatever it needs to fit its column is asked of the rows that it gives. */
    private Stream<Proof> sql(ColumnPlan treated, SqlExpression expression) {
        Column column = treated.column();
        String place = draft.nameOf(column) + ": the expression under \"sql\" ";
        String inScope = draft.keptColumns().stream().map(Column::name).collect(Collectors.joining(", "));
        Field<Object> value = field(name(column.name()));
        Table<?> rows = ComputedColumns.of(draft.relation()).copiedRows(plan);
        Condition misfit = TypeCasts.cutsWhatIsTooLong(column.type())
                ? TypeCasts.formatted(value, column.type()).isDistinctFrom(value)
                : falseCondition();
        Stream<Proof> proofs = Stream.of(
                new Proof(
                        expression.forbiddenFunctions(),
                        count(),
                        BigInteger.ZERO,
                        place + "calls a function that might read tables or change between runs. Call IMMUTABLE"
                                + " functions of PostgreSQL or of extensions only."),
                new Proof(
                        rows,
                        column.notNull() ? count().filterWhere(misfit.or(value.isNull())) : count().filterWhere(misfit),
                        BigInteger.ZERO,
                        place + "gives values that do not fit " + column.type().formatted()
                                + (column.notNull() ? " NOT NULL" : "") + ", or names something other than n and kept"
                                + " columns (" + inScope + "). Change it."));
        return draft.isUnique(column)
                ? Stream.concat(
                        proofs,
                        Stream.of(repeats(
                                rows,
                                value,
                                place + "must give each row another value. Change it, or keep the column.")))
                : proofs;
    }

    private Optional<Proof> domain(ColumnPlan column, String who) {
        return domain(column, () -> sample(column), who);
    }

    private Optional<Proof> domain(ColumnPlan column, Supplier<Table<?>> rows, String who) {
        return domain(column.column().type().type())
                .map(domain -> new Proof(
                        rows.get(),
                        count(field(name(column.column().name()))),
                        BigInteger.valueOf(Long.MAX_VALUE),
                        draft.nameOf(column.column()) + ": " + who + " not satisfy the constraints of its type "
                                + column.column().type().formatted() + conditions(domain) + ". " + REMEDY));
    }

    private Table<?> sample(ColumnPlan column) {
        return Sample.of(plan, List.of(column), draft.isUnique(column.column()));
    }

    private static String conditions(DataType.Domain domain) {
        return domain.checks().isEmpty()
                ? ""
                : domain.checks().stream()
                        .map(c -> c.name() + " CHECK (" + c.expression() + ")")
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private Optional<Proof> capacity(Column column, Fake fake) {
        if (fake.distinctValues().compareTo(UniqueRules.BEYOND_ANY_TABLE) >= 0) {
            return Optional.empty();
        }
        boolean named = draft.fakeSpec(column).isPresent();
        boolean constrained = !named && isConstrained(column);
        String maker = constrained
                ? "its constraints leave"
                : named
                        ? "generator \"" + fake.generator() + "\" gives"
                        : "type " + column.type().formatted() + " gives";
        return Optional.of(new Proof(
                SourceRows.all(plan.name()),
                draft.ordinalStep() == 1 ? count() : count().mul(inline(draft.ordinalStep())),
                fake.distinctValues(),
                draft.nameOf(column) + ": it must be unique, but " + maker + " no more than "
                        + fake.distinctValues()
                        + " different values, and the table has more rows. Keep the column, or "
                        + (named
                                ? "name a generator that gives more."
                                : constrained ? "loosen its constraints." : "widen its type.")));
    }

    private boolean isConstrained(Column column) {
        return domain(column.type().type()).stream().anyMatch(d -> !d.checks().isEmpty())
                || TableConstraints.of(draft).stream().anyMatch(c -> c.columns().contains(column.number()));
    }

    /** Equal is what the column's type, its collation and the expressions of unique indexes make equal. */
    private Stream<Proof> uniqueness(ColumnPlan column, Fake fake) {
        String place = draft.nameOf(column.column()) + ": it must be unique, but some of its fakes are equal";
        String remedy = ". Keep the column, or name another generator.";
        Table<?> rows = Sample.ofUnique(plan, column, fake.distinctValues());
        Stream<Proof> inExpressions = UniqueRules.uniqueExpressions(draft.relation(), column.column()).stream()
                .map(e -> repeats(rows, field(raw(e)), place + " as " + e + remedy));
        return Stream.concat(
                Stream.of(repeats(rows, field(name(column.column().name())), place + remedy)), inExpressions);
    }

    private static Proof repeats(Table<?> rows, Field<?> key, String problem) {
        return new Proof(rows, count(key).minus(countDistinct(key)), BigInteger.ZERO, problem);
    }

    private Stream<Proof> reference(Column column, ColumnTreatment.Reference reference) {
        KeyPool pool = plan.keyPools().stream()
                .filter(p -> p.foreignKey().equals(reference.foreignKey()))
                .findFirst()
                .orElseThrow();
        ColumnType key = pool.keyType(reference.position());
        return Stream.concat(
                TableDraft.forbidsNull(column) ? Stream.of(drawable(column, pool)) : Stream.empty(),
                fits(key, column.type()) ? Stream.empty() : Stream.of(typeOfKey(column, pool, reference.position())));
    }

    /** A foreign key of several columns may have a value here and NULL there, and no key to draw. */
    private Proof drawable(Column column, KeyPool pool) {
        Table<?> hopeless = selectOne()
                .where(exists(selectOne().from(SourceRows.all(plan.name()))))
                .and(notExists(new KeyRows(pool).keys()))
                .asTable("hopeless");
        return new Proof(
                hopeless,
                count(),
                BigInteger.ZERO,
                draft.nameOf(column) + ": it cannot be NULL, but " + pool.referencedTable()
                        + " has no key to draw for foreign key " + pool.foreignKey() + ". " + KEEP_KEYS);
    }

    private static boolean fits(ColumnType key, ColumnType column) {
        boolean anyModifier = column.typeModifier() < 0 || column.typeModifier() == key.typeModifier();
        return key.type().oid() == column.type().oid() && anyModifier;
    }

    private Proof typeOfKey(Column column, KeyPool pool, int position) {
        Field<Object> key = field(name("keys").append(KeyRows.keyName(position)));
        Condition changed = TypeCasts.formatted(key, column.type()).isDistinctFrom(key);
        return new Proof(
                new KeyRows(pool).keys().asTable("keys"),
                count().filterWhere(changed),
                BigInteger.ZERO,
                draft.nameOf(column) + ": some keys of " + pool.referencedTable() + ", which foreign key "
                        + pool.foreignKey() + " draws from, do not fit its type "
                        + column.type().formatted() + ". " + KEEP_KEYS);
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
}
