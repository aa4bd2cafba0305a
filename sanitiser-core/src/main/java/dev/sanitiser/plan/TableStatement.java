package dev.sanitiser.plan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.sanitiser.catalog.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Builds the statement that reads a table, sanitised. Its inner part, {@link SourceRows}, is the only one that sees the
 * source; the outer part turns ordinals into fakes and references.
 */
final class TableStatement {

    private static final Name DRAWN = name("r");

    private final TablePlan plan;
    private final TableScope scope;

    private TableStatement(TablePlan plan) {
        this.plan = plan;
        this.scope = scopeOf(plan.columns());
    }

    /** The scope in which the fakes of a table's columns are evaluated. */
    static TableScope scopeOf(List<ColumnPlan> columns) {
        return new TableScope(kept(columns));
    }

    static ResultQuery<?> of(TablePlan plan) {
        return plan.storedColumns().isEmpty()
                ? SourceRows.withoutColumns(plan.name())
                : new TableStatement(plan).build();
    }

    private Select<?> build() {
        List<ColumnPlan> columns = plan.storedColumns();
        Table<?> from =
                SourceRows.scopeOf(plan.name(), false, scope, kept(columns), nullable(columns), documents(columns));
        for (int i = 0; i < plan.keyPools().size(); i++) {
            from = from.leftJoin(keys(plan.keyPools().get(i), i))
                    .on(draws(plan.keyPools().get(i), i));
        }
        FittedRows fitted = new FittedRows(columns);
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(c -> fields.add(valueOf(c).as(name(c.column().name()))));
        fields.addAll(fitted.alternatives());
        return fitted.around(select(fields).from(from));
    }

    private Field<?> valueOf(ColumnPlan column) {
        return column.treatment()
                .match(new ColumnTreatment.Cases<Field<?>>(
                        keep -> scope.kept(column.column()),
                        paths -> TypeCasts.cast(
                                scope.document(column.column()),
                                column.column().type().type()),
                        fake -> unlessNull(column.column(), fake.fake().value()),
                        reference -> unlessNull(column.column(), drawn(column.column(), reference)),
                        alwaysNull -> TypeCasts.nullOf(column.column().type().type()),
                        computed -> {
                            throw new IllegalStateException("rows bring no value for a generated column");
                        }));
    }

    @SuppressWarnings("unchecked")
    private Field<?> unlessNull(Column column, Field<?> value) {
        return column.notNull()
                ? value
                : when(scope.isNull(column), TypeCasts.nullOf(column.type().type()))
                        .otherwise((Field<Object>) value);
    }

    private Field<Object> drawn(Column column, ColumnTreatment.Reference reference) {
        int pool = IntStream.range(0, plan.keyPools().size())
                .filter(i -> plan.keyPools().get(i).foreignKey().equals(reference.foreignKey()))
                .findFirst()
                .orElseThrow();
        return TypeCasts.cast(
                field(poolAlias(pool).append(keyName(reference.position()))),
                column.type().type());
    }

    /** Every key of the pool, its columns named by {@link #keyName}. */
    static Select<?> keysOf(KeyPool pool) {
        TableScope scope = scopeOf(pool.key());
        return select(keyValues(pool, scope)).from(poolRows(pool, scope)).where(isKey(pool, scope));
    }

    private static List<Field<?>> keyValues(KeyPool pool, TableScope scope) {
        return IntStream.range(0, pool.key().size())
                .<Field<?>>mapToObj(i -> keyValue(scope, pool.key().get(i)).as(keyName(i)))
                .toList();
    }

    /** Every key of the pool with its number, from 0. */
    private static Table<?> keys(KeyPool pool, int index) {
        TableScope scope = scopeOf(pool.key());
        List<Field<?>> fields = new ArrayList<>(keyValues(pool, scope));
        fields.add(rowNumber().over().minus(inline(1)).as(DRAWN));
        return select(fields)
                .from(poolRows(pool, scope))
                .where(isKey(pool, scope))
                .asTable(poolAlias(index));
    }

    private static Field<?> keyValue(TableScope scope, ColumnPlan column) {
        return column.treatment() instanceof ColumnTreatment.FakeValue fake
                ? fake.fake().value()
                : scope.kept(column.column());
    }

    private Condition draws(KeyPool pool, int index) {
        TableScope poolScope = scopeOf(pool.key());
        Field<Integer> size = select(count())
                .from(poolRows(pool, poolScope))
                .where(isKey(pool, poolScope))
                .asField();
        Field<Long> random = function(
                        name("pg_catalog", "hashint8extended"), Long.class, scope.ordinal(), inline(pool.seed()))
                .bitAnd(inline(Long.MAX_VALUE));
        return field(poolAlias(index).append(DRAWN), SQLDataType.BIGINT)
                .eq(random.mod(nullif(size.cast(SQLDataType.BIGINT), inline(0L))));
    }

    private static Table<?> poolRows(KeyPool pool, TableScope scope) {
        return SourceRows.scopeOf(
                pool.referencedTable(), pool.wholeTree(), scope, kept(pool.key()), nullable(pool.key()), List.of());
    }

    /** Rows whose key holds a NULL cannot be referenced. */
    private static Condition isKey(KeyPool pool, TableScope scope) {
        return pool.key().stream()
                .filter(c -> !c.column().notNull())
                .map(c -> c.treatment() instanceof ColumnTreatment.Keep
                        ? scope.kept(c.column()).isNotNull()
                        : scope.isNull(c.column()).isFalse())
                .reduce(noCondition(), Condition::and);
    }

    private static Name poolAlias(int index) {
        return name("p" + index);
    }

    static Name keyName(int position) {
        return name("k" + position);
    }

    private static List<Column> kept(List<ColumnPlan> columns) {
        return columns.stream()
                .filter(c -> c.treatment() instanceof ColumnTreatment.Keep)
                .map(ColumnPlan::column)
                .toList();
    }

    private static List<ColumnPlan> documents(List<ColumnPlan> columns) {
        return columns.stream()
                .filter(c -> c.treatment() instanceof ColumnTreatment.KeepPaths)
                .toList();
    }

    /** The treated columns that keep their NULLs. */
    private static List<Column> nullable(List<ColumnPlan> columns) {
        return columns.stream()
                .filter(c -> c.treatment() instanceof ColumnTreatment.FakeValue
                        || c.treatment() instanceof ColumnTreatment.Reference)
                .map(ColumnPlan::column)
                .filter(c -> !c.notNull())
                .toList();
    }
}
