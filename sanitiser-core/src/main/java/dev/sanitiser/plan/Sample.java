package dev.sanitiser.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * A thousand rows of a table's fakes without the table: the first five hundred ordinals and five hundred spread to its
 * row count and beyond. Unique fakes grow with the ordinal; where there are some, the table's rows are counted, so that
 * they are seen at their largest.
 */
final class Sample {

    private static final int ROWS = 1_000;
    private static final Field<Long> INDEX =
            field(name("i"), SQLDataType.INTEGER).cast(SQLDataType.BIGINT);

    private Sample() {}

    /**
     * A sample of fakes.
     *
     * @param columns treated by a generator, all of them
     * @param rowCount how far the ordinals go
     */
    static Table<?> of(TableScope scope, List<ColumnPlan> columns, Field<Long> rowCount) {
        Field<Long> step = rowCount.div(inline(ROWS / 2L)).plus(inline(1L));
        Field<Long> ordinal = when(INDEX.le(inline(ROWS / 2L)), INDEX)
                .otherwise(INDEX.minus(inline(ROWS / 2L)).mul(step));
        Table<?> ordinals = select(ordinal.as(name(scope.ordinalName())))
                .from(generateSeries(1, ROWS).as(name("g"), name("i")))
                .asTable(scope.alias());
        return select(columns.stream()
                        .map(c -> ((ColumnTreatment.FakeValue) c.treatment())
                                .fake()
                                .value()
                                .as(name(c.column().name())))
                        .toList())
                .from(ordinals)
                .asTable("sample");
    }
}
