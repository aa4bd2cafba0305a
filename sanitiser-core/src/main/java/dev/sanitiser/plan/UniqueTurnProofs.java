package dev.sanitiser.plan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.sanitiser.catalog.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Finds what has to be proven of columns that take turns: that there are as many turns as rows, in each group. */
final class UniqueTurnProofs {

    private final TableStatement statement;

    private UniqueTurnProofs(TablePlan plan) {
        this.statement = new TableStatement(plan.rowSource());
    }

    static List<Proof> of(TableDraft draft, TablePlan plan) {
        UniqueTurnProofs proofs = new UniqueTurnProofs(plan);
        return draft.uniqueTurns().stream().map(proofs::enough).toList();
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
                turn.index() + ": " + ReferencingKey.names(turn.members())
                        + (turn.members().size() == 1 ? " is faked" : " are faked")
                        + " and must be unique, but there are fewer values for "
                        + (turn.members().size() == 1 ? "it" : "them") + " than rows. Keep "
                        + ReferencingKey.names(turn.members()) + ", or name generators that give more.");
    }
}
