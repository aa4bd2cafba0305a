package dev.sanitiser.draft;

import dev.sanitiser.catalog.Column;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What is counted of one column, in three steps: read a value, judge it, count the judgements. */
interface ColumnCounts {

    /** What is read of a row of the table {@code t}. */
    Field<?> value();

    /** What is made of it, over the table {@code s}; each a number or a truth value. */
    List<Field<?>> judged();

    /** Counts over the table {@code j}; each a number. */
    List<Field<?>> counts();

    ColumnContent content(Record counts);

    /** @param number tells the columns of one statement apart */
    static ColumnCounts of(Column column, int number) {
        return switch (TypeFamily.of(column.type().type())) {
            case DATE, MOMENT -> new TimeCounts(column, number);
            case INTEGER, DECIMAL -> new NumberCounts(column, number);
            case DOCUMENT -> new TextCounts(column, number, Likeness.insideDocuments());
            default -> new TextCounts(column, number, Likeness.ofTexts());
        };
    }

    static Field<Object> source(Column column) {
        return DSL.field(DSL.name("t", column.name()), SQLDataType.OTHER);
    }

    static long number(Record counts, String alias) {
        return counts.get(alias, Long.class);
    }
}
