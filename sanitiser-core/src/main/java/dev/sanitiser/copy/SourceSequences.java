package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.Sequence;
import dev.sanitiser.plan.ColumnTreatment;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.Optional;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;

/**
 * Finds in the source what sequences must pass: a kept column's own last value, which an index may know, or else the
 * last of the values that the copy gets instead.
 *
 * <p>Plain SQL: {@code ONLY} has no form in jOOQ; the name goes in as {@code Name}.
 */
@Allow.PlainSQL
final class SourceSequences implements LastDrawn {

    private static final Name COPY = name("q");

    private final Session session;
    private final PseudonymKey key;

    /** @param session in the transaction that holds the run's snapshot */
    SourceSequences(Session session, PseudonymKey key) {
        this.session = session;
        this.key = key;
    }

    @Override
    public Optional<Long> in(TablePlan plan, String column, Sequence sequence) {
        try {
            return session.database()
                    .fetchOptional(
                            isKept(plan, column) ? ofSource(plan, column, sequence) : ofCopy(plan, column, sequence))
                    .map(Record1::value1);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("find the values that sequences must pass", e);
        }
    }

    private static boolean isKept(TablePlan plan, String column) {
        return plan.storedColumns().stream()
                .anyMatch(c -> c.column().name().equals(column) && c.treatment() instanceof ColumnTreatment.Keep);
    }

    private static Select<Record1<Long>> ofSource(TablePlan plan, String column, Sequence sequence) {
        Field<Long> value = field(name(column), Long.class);
        return select(LastDrawn.aggregate(value, sequence))
                .from(table("ONLY {0}", plan.name().toName()))
                .where(LastDrawn.counts(value, sequence));
    }

    private Select<Record1<Long>> ofCopy(TablePlan plan, String column, Sequence sequence) {
        key.handTo(session);
        Field<Long> value = field(COPY.append(column), Long.class);
        return select(LastDrawn.aggregate(value, sequence))
                .from(table("({0})", plan.select()).as(COPY))
                .where(LastDrawn.counts(value, sequence));
    }
}
