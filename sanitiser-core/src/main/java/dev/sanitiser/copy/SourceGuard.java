package dev.sanitiser.copy;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/**
 * Keeps a second run away from the same source: an advisory lock, held by a transaction that stays open, so that it
 * ends with this run in every ending.
 */
public final class SourceGuard implements AutoCloseable {

    /** "Sani" and 1: the two halves of PostgreSQL's advisory lock key; locks are per database. */
    private static final int LOCK_CLASS = 0x53616e69;

    private static final int LOCK_NUMBER = 1;

    private final Session session;

    private SourceGuard(Session session) {
        this.session = session;
    }

    /**
     * Takes the lock.
     *
     * @param session becomes this object's own
     * @throws SanitiserException of kind ENVIRONMENT if another run holds it
     */
    public static SourceGuard take(Session session) {
        SourceGuard guard = new SourceGuard(session);
        try {
            guard.lock();
            return guard;
        } catch (RuntimeException e) {
            guard.close();
            throw e;
        }
    }

    private void lock() {
        session.begin();
        try {
            if (!session.database()
                    .select(function(
                            name("pg_catalog", "pg_try_advisory_xact_lock"),
                            SQLDataType.BOOLEAN,
                            inline(LOCK_CLASS),
                            inline(LOCK_NUMBER)))
                    .fetchSingle()
                    .value1()) {
                throw new SanitiserException(
                        FailureKind.ENVIRONMENT,
                        "Another run of Sanitiser is copying this database. Wait until it has ended.");
            }
        } catch (DataAccessException e) {
            throw SqlFailures.environment("take the advisory lock", e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
