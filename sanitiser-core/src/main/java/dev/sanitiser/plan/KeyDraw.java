package dev.sanitiser.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * How the rows of a statement draw from one of its pools: at random by the row's ordinal, or in turn by its rank where
 * no two rows may draw alike.
 */
final class KeyDraw {

    private final TableStatement statement;
    private final int index;
    private final KeyPool pool;
    private final KeyRows keys;

    KeyDraw(TableStatement statement, int index) {
        this.statement = statement;
        this.index = index;
        this.pool = statement.rows().keyPools().get(index);
        this.keys = new KeyRows(pool);
    }

    Table<?> joinedTo(Table<?> rows) {
        Condition drawn = field(alias().append(KeyRows.NUMBER), SQLDataType.BIGINT)
                .eq(position().mod(nullif(size(), inline(0L))));
        if (!keys.isGrouped()) {
            return rows.leftJoin(keys.numbered().asTable(alias())).on(drawn);
        }
        Condition sameGroup = noCondition();
        for (KeyPool.Fixed fixed : pool.fixed()) {
            sameGroup = sameGroup.and(
                    field(alias().append(KeyRows.keyName(fixed.position()))).eq(group(fixed.position())));
        }
        return rows.leftJoin(keys.groups().asTable(groupAlias()))
                .on(inGroup())
                .leftJoin(keys.numbered().asTable(alias()))
                .on(sameGroup.and(drawn));
    }

    @SuppressWarnings("unchecked")
    private Condition inGroup() {
        Condition condition = noCondition();
        for (KeyPool.Fixed fixed : pool.fixed()) {
            condition = condition.and(group(fixed.position()).eq((Field<Object>) statement.valueOf(fixed.column())));
        }
        return condition;
    }

    private Field<Object> group(int position) {
        return field(groupAlias().append(KeyRows.keyName(position)));
    }

    Field<Object> value(int position) {
        return field(alias().append(KeyRows.keyName(position)));
    }

    /** How many keys the row can draw from. */
    Field<Long> size() {
        return keys.isGrouped() ? field(groupAlias().append(KeyRows.GROUP_SIZE), SQLDataType.BIGINT) : keys.size();
    }

    private Field<Long> position() {
        return pool.turn()
                .map(this::inTurn)
                .orElseGet(() -> RowTurns.hash(statement.scope().ordinal(), pool.seed()));
    }

    private Field<Long> inTurn(KeyPool.Turn turn) {
        Field<Long> rank = RowTurns.rank(statement.rows().numbers(), statement.scope(), turn.rank());
        List<Field<Long>> lower = new ArrayList<>();
        turn.generators().forEach(size -> lower.add(inline(size)));
        turn.foreignKeys()
                .forEach(f -> lower.add(new KeyDraw(statement, statement.rows().poolIndex(f)).size()));
        return RowTurns.position(rank, lower, pool.seed());
    }

    private Name alias() {
        return name("p" + index);
    }

    private Name groupAlias() {
        return name("g" + index);
    }
}
