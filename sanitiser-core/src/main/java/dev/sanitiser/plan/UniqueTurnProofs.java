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
import java.util.Iterator;
import java.util.List;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Finds what has to be proven of unique indexes: that columns which take turns have as many as there are rows in each
 * group, and of an index that no rule is sure of, that it holds for the rows of the copy.
 *
 * <p>Plain SQL: an index's predicate and expressions are PostgreSQL's own deparsed text and goes in verbatim.
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
                        ? distinct(t.index(), problem(t), plan)
                        : proofs.enough(t))
                .map(p -> p.about(draft, List.of(), Proof.Kind.ROW))
                .toList();
    }

    /** Of a predicate or an expression nobody but PostgreSQL knows what it gives: it looks at the rows of the copy. */
    private static Proof distinct(Index index, String problem, TablePlan plan) {
        UniqueIndex unique = index.index();
        Condition counts =
                unique.predicate().map(p -> DSL.condition(raw("(" + p + ")"))).orElse(noCondition());
        List<Field<Object>> keys = keys(index);
        if (!unique.nullsNotDistinct()) {
            counts = keys.stream()
                    .map(k -> k.isDistinctFrom(inline((Object) null)))
                    .reduce(counts, Condition::and);
        }
        Table<?> repeats = select(inline(1).as("one"))
                .from(ComputedColumns.of(index.draft().relation()).copiedRows(plan))
                .where(counts)
                .groupBy(keys)
                .having(count().gt(inline(1)))
                .asTable("repeats");
        return new Proof(repeats, count(), BigInteger.ZERO, problem);
    }

    private static List<Field<Object>> keys(Index index) {
        Iterator<String> expressions = index.index().expressions().iterator();
        return index.index().keys().stream()
                .map(n -> n == 0
                        ? DSL.field(raw("(" + expressions.next() + ")"))
                        : field(name(index.owner().column(n).name())))
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
