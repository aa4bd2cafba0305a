package dev.sanitiser.plan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.select;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.UniqueIndex;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Finds what has to be proven of columns that take turns: that there are as many turns as rows, in each group.
 *
 * <p>Plain SQL: an index's predicate is PostgreSQL's own deparsed text and goes in verbatim.
 */
@Allow.PlainSQL
final class UniqueTurnProofs {

    private final TableStatement statement;

    private UniqueTurnProofs(TablePlan plan) {
        this.statement = new TableStatement(plan.rowSource());
    }

    static List<Proof> of(TableDraft draft, TablePlan plan) {
        UniqueTurnProofs proofs = new UniqueTurnProofs(plan);
        return draft.uniqueTurns().stream()
                .map(t -> t.index().index().predicate().isPresent() ? distinct(t, draft, plan) : proofs.enough(t))
                .toList();
    }

    /** Of a partial index nobody but PostgreSQL knows which rows count: it looks at those of the copy. */
    private static Proof distinct(TableDraft.UniqueTurn turn, TableDraft draft, TablePlan plan) {
        UniqueIndex index = turn.index().index();
        Condition counts = DSL.condition(raw("(" + index.predicate().orElseThrow() + ")"));
        List<Field<Object>> keys =
                turn.index().keys().stream().map(c -> field(name(c.name()))).toList();
        if (!index.nullsNotDistinct()) {
            counts = keys.stream()
                    .map(k -> k.isDistinctFrom(inline((Object) null)))
                    .reduce(counts, Condition::and);
        }
        Table<?> repeats = select(inline(1).as("one"))
                .from(ComputedColumns.of(draft.relation()).copiedRows(plan))
                .where(counts)
                .groupBy(keys)
                .having(count().gt(inline(1)))
                .asTable("repeats");
        return new Proof(repeats, count(), BigInteger.ZERO, problem(turn));
    }

    private Proof enough(TableDraft.UniqueTurn turn) {
        Field<Long> rank = RowTurns.rank(statement.rows().numbers(), statement.scope(), turn.rank());
        Field<BigDecimal> turns = inline(
                turn.generators().stream().map(BigDecimal::valueOf).reduce(BigDecimal.ONE, BigDecimal::multiply));
        for (String foreignKey : turn.foreignKeys()) {
            int pool = statement.rows().poolIndex(foreignKey);
            turns = turns.mul(
                    coalesce(new KeyDraw(statement, pool).size(), inline(0L)).cast(SQLDataType.NUMERIC));
        }
        Condition counts = noCondition();
        for (Column column : turn.members()) {
            counts = column.notNull()
                    ? counts
                    : counts.and(statement.scope().isNull(column).isFalse());
        }
        Table<?> rows = select(rank.as("rank"), turns.as("turns"))
                .from(statement.from())
                .where(counts)
                .asTable("ranked");
        return new Proof(
                rows,
                count().filterWhere(
                                field(name("rank"), SQLDataType.NUMERIC).ge(field(name("turns"), SQLDataType.NUMERIC))),
                BigInteger.ZERO,
                problem(turn));
    }

    private static String problem(TableDraft.UniqueTurn turn) {
        String members = ReferencingKey.names(turn.members());
        return turn.index().place() + ": " + members
                + (turn.members().size() == 1 ? " is" : " are")
                + " faked and must be unique, but there are fewer values than rows. Keep " + members
                + ", or name generators that give more.";
    }
}
