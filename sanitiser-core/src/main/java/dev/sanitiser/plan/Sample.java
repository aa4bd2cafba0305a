package dev.sanitiser.plan;

import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Up to a thousand rows of a table's fakes without the table's own columns. Unique fakes grow with the ordinal: where
 * one is among them, the sample is of the table's very ordinals, the first five hundred and as many spread up to the
 * last, so that the largest values are seen and none that no row will have.
 */
final class Sample {

    private static final long ROWS = 1_000;
    private static final long FIRST = ROWS / 2;
    private static final Field<Long> INDEX = field(name("i"), SQLDataType.BIGINT);
    private static final Field<Long> ROW_COUNT = field(name("rows"), SQLDataType.BIGINT);

    private final TablePlan plan;
    private final TableScope scope;

    private Sample(TablePlan plan) {
        this.plan = plan;
        this.scope = TableStatement.scopeOf(plan.columns());
    }

    /**
     * A sample of some columns, under their own names.
     *
     * @param columns treated by a generator or NULL in every row
     * @param growing whether one of them is unique
     */
    static Table<?> of(TablePlan plan, List<ColumnPlan> columns, boolean growing) {
        Sample sample = new Sample(plan);
        return select(columns.stream().map(Sample::value).toList())
                .from(growing ? sample.ordinalsOfTable() : sample.ordinals())
                .asTable("sample");
    }

    /** A sample of a unique column, of ordinals that its fake promises to tell apart. */
    static Table<?> ofUnique(TablePlan plan, ColumnPlan column, BigInteger distinctValues) {
        Sample sample = new Sample(plan);
        long last = distinctValues.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        return select(value(column))
                .from(sample.ordinalsOfTable())
                .where(sample.scope.ordinal().le(inline(last)))
                .asTable("sample");
    }

    private static Field<?> value(ColumnPlan column) {
        Field<?> value = column.treatment() instanceof ColumnTreatment.FakeValue fake
                ? fake.fake().value()
                : TypeCasts.nullOf(column.column().type().type());
        Field<?> collated = column.column().collation().isPresent()
                ? value.collate(
                        collation(column.column().collation().get().name().toName()))
                : value;
        return collated.as(name(column.column().name()));
    }

    private Table<?> ordinals() {
        return select(numbers(INDEX.cast(SQLDataType.BIGINT))).from(series()).asTable(scope.alias());
    }

    private Table<?> ordinalsOfTable() {
        Table<?> rowCount = select(greatest(
                                count().cast(SQLDataType.BIGINT)
                                        .mul(inline(plan.numbers().step())),
                                inline(1L))
                        .as(ROW_COUNT.getName()))
                .from(SourceRows.all(plan.name()))
                .asTable("c");
        Field<Long> spread = INDEX.minus(inline(FIRST))
                .mul(ROW_COUNT.minus(inline(FIRST)))
                .div(inline(ROWS - FIRST))
                .plus(inline(FIRST));
        Field<Long> ordinal = when(INDEX.le(inline(FIRST)).or(ROW_COUNT.le(inline(ROWS))), INDEX)
                .otherwise(spread);
        return select(numbers(ordinal))
                .from(series().crossJoin(rowCount))
                .where(INDEX.le(ROW_COUNT))
                .asTable(scope.alias());
    }

    /** The ordinal, which passes for every rank as well. */
    private List<Field<?>> numbers(Field<Long> ordinal) {
        List<Field<?>> fields = new ArrayList<>(List.of(ordinal.as(name(scope.ordinalName()))));
        plan.numbers().ranks().forEach(r -> fields.add(ordinal.as(name(scope.rankName(r.number())))));
        return fields;
    }

    private static Table<?> series() {
        return generateSeries(1, (int) ROWS).as(name("g"), name("i"));
    }
}
