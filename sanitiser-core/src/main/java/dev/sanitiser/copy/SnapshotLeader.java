package dev.sanitiser.copy;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.time.Duration;
import java.util.List;
import org.jooq.Allow;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The session that holds the locks and the snapshot of a run. Locks come first: a snapshot without them loses a table
 * that somebody truncates or rewrites, silently.
 *
 * <p>Plain SQL: LOCK TABLE has no form in jOOQ; names go in as {@code Name}.
 */
@Allow.PlainSQL
public final class SnapshotLeader implements AutoCloseable {

    private static final String UNDEFINED_TABLE = "42P01";

    private final Session session;

    /** @param session becomes this object's own */
    public SnapshotLeader(Session session) {
        this.session = session;
    }

    /**
     * Begins anew: locks the tables in ACCESS SHARE mode and exports a snapshot.
     *
     * @param lockTimeout how long each of three attempts may wait, and each statement of this transaction
     * @return the snapshot's name, good as long as this transaction is open
     * @throws SanitiserException of kind ENVIRONMENT if the locks are not to be had in time
     */
    public String lockAndExport(List<QualifiedName> tables, Duration lockTimeout) {
        try {
            return new LockWaits(session, lockTimeout)
                    .attempt(
                            session::beginSnapshot,
                            () -> {
                                lock(tables);
                                return export();
                            },
                            tables::contains);
        } catch (DataAccessException e) {
            throw SqlFailures.sqlState(e).filter(UNDEFINED_TABLE::equals).isPresent()
                    ? new SanitiserException(
                            FailureKind.ENVIRONMENT,
                            "A table was dropped or renamed while the tables to be copied were being locked. Run again"
                                    + " when no migration is under way.")
                    : SqlFailures.environment("lock the tables to be copied", e);
        }
    }

    private void lock(List<QualifiedName> tables) {
        if (!tables.isEmpty()) {
            session.database()
                    .execute(
                            "LOCK TABLE {0} IN ACCESS SHARE MODE",
                            DSL.list(tables.stream().map(QualifiedName::toName).toList()));
        }
    }

    private String export() {
        return session.database()
                .select(function(name("pg_catalog", "pg_export_snapshot"), SQLDataType.VARCHAR))
                .fetchSingle()
                .value1();
    }

    public Session session() {
        return session;
    }

    /**
     * Proves that the locks and the snapshot were held until now.
     *
     * @throws SanitiserException of kind ENVIRONMENT if the session was lost
     */
    public void confirm() {
        try {
            session.database().selectOne().fetch();
        } catch (DataAccessException e) {
            throw StandbyConflict.in(e)
                    .orElseGet(() -> SqlFailures.environment(
                            "keep the snapshot: the session that holds it was lost, and with it the one moment of the"
                                    + " copy",
                            e));
        }
    }

    /** Ends the transaction and lets go of the locks. */
    public void release() {
        session.rollback();
    }

    @Override
    public void close() {
        session.close();
    }
}
