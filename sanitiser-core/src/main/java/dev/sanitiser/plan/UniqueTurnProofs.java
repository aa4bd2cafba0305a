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
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Finds what has to be proven of unique indexes: that columns which take turns have as many as there are rows in each
 * group, and of an index that no rule is sure of, that it holds for the rows of the copy.
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
                .map(t -> t.index().index().predicate().isPresent()
                        ? new IndexProof(t.index(), List.of(), Proof.Kind.ROW, problem(t)).of(plan)
                        : proofs.enough(t).about(draft, List.of(), Proof.Kind.ROW))
                .toList();
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
