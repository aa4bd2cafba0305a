package dev.sanitiser.draft;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import dev.sanitiser.catalog.Column;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Counts numbers that could be a card's; of any ten numbers of that length one is, by chance. */
record NumberCounts(Column column, int number) implements ColumnCounts {

    private static final int LONGEST = 40;
    private static final int FEWEST_VALUES = 5;

    @Override
    public Field<?> value() {
        Field<?> whole = DSL.function(
                DSL.name("pg_catalog", "trim_scale"),
                SQLDataType.NUMERIC,
                ColumnCounts.source(column).cast(SQLDataType.NUMERIC));
        return DSL.left(whole.cast(SQLDataType.CLOB).collate("C"), inline(LONGEST))
                .as("v" + number);
    }

    @Override
    public List<Field<?>> judged() {
        Field<String> value = DSL.field(DSL.name("s", "v" + number), SQLDataType.CLOB);
        return List.of(DSL.when(value.isNull(), inline((Integer) null))
                .when(Likeness.CARD.of(value), inline(1))
                .otherwise(inline(0))
                .as("k" + number));
    }

    @Override
    public List<Field<?>> counts() {
        Field<Integer> judged = DSL.field(DSL.name("j", "k" + number), SQLDataType.INTEGER);
        return List.of(
                count(judged).as("n" + number),
                count().filterWhere(judged.eq(inline(1))).as("c" + number));
    }

    @Override
    public ColumnContent content(Record counts) {
        long values = ColumnCounts.number(counts, "n" + number);
        long cards = ColumnCounts.number(counts, "c" + number);
        boolean isChance = values < FEWEST_VALUES || cards * 2 < values;
        return new ColumnContent(values, 0, 0, isChance ? Map.of() : Map.of(Likeness.CARD, cards));
    }
}
