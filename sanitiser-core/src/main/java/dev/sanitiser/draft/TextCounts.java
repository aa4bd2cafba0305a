package dev.sanitiser.draft;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import dev.sanitiser.catalog.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.CaseConditionStep;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Counts what texts look like, how many differ, and how long they are.
 *
 * <p>Collation "C": no regular expression works under a nondeterministic one.
 */
record TextCounts(Column column, int number, List<Likeness> likenesses) implements ColumnCounts {

    /** Characters of a value that are looked at. */
    private static final int LOOKED_AT = 1_000;

    @Override
    public Field<?> value() {
        return DSL.trim(DSL.left(
                        ColumnCounts.source(column).cast(SQLDataType.CLOB).collate("C"), inline(LOOKED_AT)))
                .as("v" + number);
    }

    @Override
    public List<Field<?>> judged() {
        Field<String> value = DSL.field(DSL.name("s", "v" + number), SQLDataType.CLOB);
        CaseConditionStep<Integer> likeness = DSL.when(value.isNull().or(value.eq(inline(""))), inline((Integer) null));
        for (Likeness candidate : likenesses) {
            likeness = likeness.when(candidate.of(value), inline(code(candidate)));
        }
        return List.of(
                likeness.otherwise(inline(-1)).as("k" + number),
                DSL.length(value).as("l" + number),
                DSL.function(DSL.name("pg_catalog", "hashtextextended"), SQLDataType.BIGINT, value, inline(0L))
                        .as("h" + number));
    }

    @Override
    public List<Field<?>> counts() {
        Field<Integer> likeness = judged("k");
        List<Field<?>> counts = new ArrayList<>(List.of(
                count(likeness).as("n" + number),
                DSL.countDistinct(judged("h")).as("d" + number),
                coalesce(DSL.max(judged("l")), inline(0)).as("x" + number)));
        likenesses.forEach(l ->
                counts.add(count().filterWhere(likeness.eq(inline(code(l)))).as(alias(l))));
        return counts;
    }

    private Field<Integer> judged(String letter) {
        return DSL.field(DSL.name("j", letter + number), SQLDataType.INTEGER);
    }

    private int code(Likeness likeness) {
        return likenesses.indexOf(likeness);
    }

    private String alias(Likeness likeness) {
        return "c" + number + "_" + code(likeness);
    }

    @Override
    public ColumnContent content(Record counts) {
        Map<Likeness, Long> alike = new EnumMap<>(Likeness.class);
        for (Likeness likeness : likenesses) {
            long found = ColumnCounts.number(counts, alias(likeness));
            if (found > 0) {
                alike.put(likeness, found);
            }
        }
        return new ColumnContent(
                ColumnCounts.number(counts, "n" + number),
                ColumnCounts.number(counts, "d" + number),
                ColumnCounts.number(counts, "x" + number),
                alike);
    }
}
