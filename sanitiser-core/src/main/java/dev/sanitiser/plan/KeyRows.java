package dev.sanitiser.plan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.sanitiser.catalog.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The keys of a pool, as queries. */
final class KeyRows {

    static final Name NUMBER = name("r");
    static final Name GROUP_SIZE = name("c");

    private static final Name UNION = name("u");
    private static final Name OTHER = name("x");
    private static final Name ORDINAL = name("n");

    private final KeyPool pool;

    KeyRows(KeyPool pool) {
        this.pool = pool;
    }

    static Name keyName(int position) {
        return name("k" + position);
    }

    /** Every key, its columns named by {@link #keyName}. */
    Select<?> keys() {
        return select(keyFields()).from(union()).where(isDrawn());
    }

    /** Every key with its number, from 0; the keys of a group are counted on their own. */
    Select<?> numbered() {
        List<Field<?>> fields = new ArrayList<>(keyFields());
        fields.add(rowNumberInOrder().minus(inline(1)).as(NUMBER));
        return select(fields).from(union()).where(isDrawn());
    }

    private Field<Integer> rowNumberInOrder() {
        Field<Object> ordinal = field(UNION.append(ORDINAL));
        return isGrouped()
                ? rowNumber().over(partitionBy(fixed()).orderBy(ordinal))
                : isInOrder() ? rowNumber().over() : rowNumber().over(orderBy(ordinal));
    }

    /** Rows that are only read come in physical order; a join or a union may bring them in another. */
    private boolean isInOrder() {
        return pool.parts().size() == 1
                && pool.parts().get(0).keyPools().isEmpty()
                && pool.restrictions().isEmpty();
    }

    /** The values that fix a group of keys, and the size of the group. */
    Select<?> groups() {
        List<Field<?>> fields = new ArrayList<>();
        pool.fixed().forEach(f -> fields.add(key(f.position()).as(keyName(f.position()))));
        fields.add(count().cast(SQLDataType.BIGINT).as(GROUP_SIZE));
        return select(fields).from(union()).where(isDrawn()).groupBy(fixed());
    }

    /** How many keys there are. */
    Field<Long> size() {
        return select(count().cast(SQLDataType.BIGINT))
                .from(union())
                .where(isDrawn())
                .asField();
    }

    boolean isGrouped() {
        return !pool.fixed().isEmpty();
    }

    private List<Field<Object>> fixed() {
        return pool.fixed().stream().map(f -> key(f.position())).toList();
    }

    private List<Field<?>> keyFields() {
        return IntStream.range(0, pool.key().size())
                .<Field<?>>mapToObj(i -> key(i).as(keyName(i)))
                .toList();
    }

    private static Field<Object> key(int position) {
        return field(UNION.append(keyName(position)));
    }

    @SuppressWarnings("unchecked")
    private Table<?> union() {
        return pool.parts().stream()
                .<Select<Record>>map(p -> (Select<Record>) part(p))
                .reduce((a, b) -> a.unionAll(b))
                .orElseThrow()
                .asTable(UNION);
    }

    private Select<?> part(RowSource part) {
        TableStatement statement = new TableStatement(part);
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < pool.key().size(); i++) {
            fields.add(statement.valueOf(column(part, i)).as(keyName(i)));
        }
        fields.add(statement.scope().ordinal().as(ORDINAL));
        return select(fields).from(statement.from());
    }

    private Column column(RowSource part, int position) {
        return part.columns().stream()
                .map(ColumnPlan::column)
                .filter(c -> c.name().equals(pool.key().get(position)))
                .findFirst()
                .orElseThrow();
    }

    /** Rows whose key holds a NULL cannot be referenced. */
    private Condition isDrawn() {
        Condition condition = noCondition();
        for (int i = 0; i < pool.key().size(); i++) {
            if (mayBeNull(i)) {
                condition = condition.and(key(i).isNotNull());
            }
        }
        for (KeyPool.Restriction restriction : pool.restrictions()) {
            condition = condition.and(hasMatch(restriction));
        }
        return condition;
    }

    private boolean mayBeNull(int position) {
        return pool.parts().stream()
                .anyMatch(p -> !column(p, position).notNull() || !p.keyPools().isEmpty());
    }

    private static Condition hasMatch(KeyPool.Restriction restriction) {
        Condition match = noCondition();
        for (int i = 0; i < restriction.positions().size(); i++) {
            match = match.and(
                    field(OTHER.append(keyName(restriction.otherPositions().get(i))))
                            .eq(key(restriction.positions().get(i))));
        }
        return exists(selectOne()
                .from(new KeyRows(restriction.other()).keys().asTable(OTHER))
                .where(match));
    }
}
