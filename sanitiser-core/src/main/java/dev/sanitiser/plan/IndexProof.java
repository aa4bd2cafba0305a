package dev.sanitiser.plan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.select;

import dev.sanitiser.catalog.Column;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A unique index of which no rule can tell that it will hold: the database counts the keys that repeat in the rows of
 * the copy.
 *
 * <p>Plain SQL: an index's expressions and its predicate are PostgreSQL's own deparsed text and go in verbatim.
 *
 * @param columns the generated ones that decide
 * @param problem what a reader gets if a key repeats
 */
@Allow.PlainSQL
record IndexProof(Index index, List<Column> columns, Proof.Kind kind, String problem) {

    Proof of(TablePlan plan) {
        return new Proof(repeats(plan), count(), BigInteger.ZERO, problem).about(index.draft(), columns, kind);
    }

    /** A row for each key that is there more than once. */
    private Table<?> repeats(TablePlan plan) {
        List<Field<Object>> keys = keys();
        Condition counts = index.index()
                .predicate()
                .map(p -> DSL.condition(raw("(" + p + ")")))
                .orElse(noCondition());
        if (!index.index().nullsNotDistinct()) {
            counts = keys.stream()
                    .map(k -> k.isDistinctFrom(inline((Object) null)))
                    .reduce(counts, Condition::and);
        }
        return select(inline(1).as("one"))
                .from(ComputedColumns.of(index.draft().relation()).copiedRows(plan))
                .where(counts)
                .groupBy(keys)
                .having(count().gt(inline(1)))
                .asTable("repeats");
    }

    private List<Field<Object>> keys() {
        Iterator<String> expressions = index.index().expressions().iterator();
        return index.index().keys().stream()
                .map(n -> n == 0
                        ? field(raw("(" + expressions.next() + ")"))
                        : field(name(index.owner().column(n).name())))
                .toList();
    }
}
