package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Sequence;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads the sanitised tables out of the scratch schema, each under a snapshot of its own: the run's would not see them.
 *
 * <p>Plain SQL: COPY has no form in jOOQ; names go in as {@code Name}.
 */
@Allow.PlainSQL
final class ScratchReader {

    private final ScratchSchema scratch;
    private final Session session;

    ScratchReader(ScratchSchema scratch, Session session) {
        this.scratch = scratch;
        this.session = session;
    }

    /** Takes the rows of one table in COPY's text format. */
    @FunctionalInterface
    interface RowSink {
        /** @param row one row with its line end; the caller may reuse the array afterwards */
        void accept(byte[] row);
    }

    /**
     * Reads one table.
     *
     * @throws SanitiserException of kind ENVIRONMENT if the sink did not get every row
     */
    void read(TablePlan table, RowSink sink) {
        session.begin();
        try {
            CopyOut copy = session.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(session.database().renderInlined(copyStatement(table)));
            try {
                passOn(copy, sink);
            } finally {
                endEarly(copy);
            }
            session.commit();
        } catch (SQLException e) {
            throw SqlFailures.environment("read the sanitised rows of " + table.name(), e);
        }
    }

    private static void passOn(CopyOut copy, RowSink sink) throws SQLException {
        byte[] row = copy.readFromCopy();
        while (row != null) {
            sink.accept(row);
            row = copy.readFromCopy();
        }
    }

    /** While a COPY is under way the driver lets nothing else through, not even a rollback: it would wait for ever. */
    private static void endEarly(CopyOut copy) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            // The failure that ended the reading is on its way already.
            return;
        }
    }

    private Query copyStatement(TablePlan table) {
        QualifiedName copy = scratch.tableFor(table.oid());
        List<? extends Field<?>> columns = table.storedColumns().stream()
                .map(c -> field(name(c.column().name())))
                .toList();
        return columns.isEmpty()
                ? DSL.query("COPY (SELECT FROM {0}) TO STDOUT", copy.toName())
                : DSL.query("COPY {0} ({1}) TO STDOUT", copy.toName(), DSL.list(columns));
    }

    /**
     * The value of a column that a sequence reached last, as far as it can have drawn it and has one left to draw.
     *
     * @return empty where the table has no such value
     */
    Optional<Long> lastDrawn(long table, String column, Sequence sequence) {
        session.begin();
        try {
            Field<Long> value = field(name(column), Long.class);
            Field<Long> minimum = inline(sequence.minimum());
            Field<Long> maximum = inline(sequence.maximum());
            boolean ascends = sequence.increment() > 0;
            return session.database()
                    .select(ascends ? DSL.max(value) : DSL.min(value))
                    .from(DSL.table(scratch.tableFor(table).toName()))
                    .where(
                            ascends
                                    ? value.ge(minimum).and(value.lt(maximum))
                                    : value.gt(minimum).and(value.le(maximum)))
                    .fetchOptional(0, Long.class);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("find the values that sequences must pass", e);
        } finally {
            session.rollback();
        }
    }

    /**
     * Frees the space of a table that has been read, unless somebody else is reading it: then it goes with the rest.
     */
    void drop(TablePlan table) {
        try {
            scratch.dropTable(session, table.oid());
        } catch (DataAccessException e) {
            session.rollback();
            if (LockWaits.ended(e)) {
                return;
            }
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "Could not drop a scratch table: " + SqlFailures.describe(e));
        }
    }
}
