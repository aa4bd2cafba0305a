package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.sanitiser.catalog.Sequence;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Reads the sanitised tables out of the scratch schema, each piece under a snapshot of its own: the run's would not see
 * them.
 *
 * <p>Plain SQL: COPY and a select list without columns have no form in jOOQ; names go in as {@code Name}.
 */
@Allow.PlainSQL
record ScratchReader(ScratchSchema scratch) implements RowTransfer.Reader {

    /** Each piece has a transaction of its own. */
    @Override
    public void prepare(Session session) {}

    /** The transaction ends before the rows count as complete: whoever then drops the table need not wait. */
    @Override
    public long read(Session session, Piece piece, CopyReader.RowSink sink) {
        TablePlan table = piece.table();
        try {
            session.begin();
            session.readInPhysicalOrder();
            session.showWork(table.name().toString());
            long rowCount = CopyReader.read(session, DSL.query("COPY ({0}) TO STDOUT", rows(piece)), sink);
            session.commit();
            return rowCount;
        } catch (SQLException | DataAccessException e) {
            throw SqlFailures.environment("read the sanitised rows of " + table.name(), e);
        }
    }

    private Query rows(Piece piece) {
        List<? extends SelectField<?>> columns = piece.table().storedColumns().stream()
                .map(c -> field(name(c.column().name())))
                .toList();
        Condition inRange = piece.range().holds(field(name("ctid")));
        return columns.isEmpty()
                ? DSL.query(
                        "SELECT FROM {0} WHERE {1}",
                        scratch.tableFor(piece.table().oid()).toName(), inRange)
                : select(columns).from(copyOf(piece.table())).where(inRange);
    }

    private org.jooq.Table<?> copyOf(TablePlan table) {
        return DSL.table(scratch.tableFor(table.oid()).toName());
    }

    /** What sequences must pass, as {@link LastDrawn} asks for it. */
    Optional<Long> lastDrawn(Session session, TablePlan table, String column, Sequence sequence) {
        session.begin();
        try {
            Field<Long> value = field(name(column), Long.class);
            return session.database()
                    .select(LastDrawn.aggregate(value, sequence))
                    .from(copyOf(table))
                    .where(LastDrawn.counts(value, sequence))
                    .fetchOptional(0, Long.class);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("find the values that sequences must pass", e);
        } finally {
            session.rollback();
        }
    }
}
