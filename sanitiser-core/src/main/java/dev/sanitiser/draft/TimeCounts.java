package dev.sanitiser.draft;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import dev.sanitiser.catalog.Column;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Counts dates that could be somebody's birth: most of them long ago, and over many years. */
record TimeCounts(Column column, int number) implements ColumnCounts {

    private static final int GROWN_UP_IN_DAYS = 16 * 365;
    private static final int FEWEST_YEARS = 25;
    private static final int FEWEST_VALUES = 20;

    /** Dates far away have no year that fits a number, nor a timestamp. */
    @Override
    public Field<?> value() {
        Field<Object> source = ColumnCounts.source(column);
        return DSL.when(
                        source.between(inline((Object) Date.valueOf("1900-01-01"), SQLDataType.OTHER), today()),
                        source.cast(SQLDataType.DATE))
                .as("v" + number);
    }

    private static Field<Object> today() {
        return DSL.currentDate().coerce(SQLDataType.OTHER);
    }

    @Override
    public List<Field<?>> judged() {
        Field<Date> value = DSL.field(DSL.name("s", "v" + number), SQLDataType.DATE);
        Field<Integer> age =
                DSL.field(DSL.currentDate().coerce(SQLDataType.INTEGER).minus(value.coerce(SQLDataType.INTEGER)));
        return List.of(
                DSL.extract(value, DatePart.YEAR).as("y" + number),
                DSL.when(age.gt(inline(GROWN_UP_IN_DAYS)), inline(1)).as("o" + number));
    }

    @Override
    public List<Field<?>> counts() {
        Field<Integer> year = DSL.field(DSL.name("j", "y" + number), SQLDataType.INTEGER);
        Field<Integer> old = DSL.field(DSL.name("j", "o" + number), SQLDataType.INTEGER);
        return List.of(
                count(year).as("n" + number),
                count(old).as("o" + number),
                DSL.countDistinct(year).as("y" + number));
    }

    @Override
    public ColumnContent content(Record counts) {
        long values = ColumnCounts.number(counts, "n" + number);
        boolean manyYears = ColumnCounts.number(counts, "y" + number) >= FEWEST_YEARS && values >= FEWEST_VALUES;
        long old = ColumnCounts.number(counts, "o" + number);
        return new ColumnContent(values, 0, 0, manyYears && old > 0 ? Map.of(Likeness.BIRTH, old) : Map.of());
    }
}
