package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    static final int ATTEMPTS = 3;

    private final Session session;

    /** @param session becomes this object's own */
    public SnapshotLeader(Session session) {
        this.session = session;
    }

    /**
     * Begins anew: locks the tables in ACCESS SHARE mode and exports a snapshot.
     *
     * @param lockTimeout how long each of three attempts may wait
     * @return the snapshot's name, good as long as this transaction is open
     * @throws SanitiserException of kind ENVIRONMENT if the locks are not to be had in time
     */
    public String lockAndExport(List<QualifiedName> tables, Duration lockTimeout) {
        for (int attempt = 1; ; attempt++) {
            session.rollback();
            session.beginSnapshot();
            try {
                lock(tables, lockTimeout);
                return session.database()
                        .select(function(name("pg_catalog", "pg_export_snapshot"), SQLDataType.VARCHAR))
                        .fetchSingle()
                        .value1();
            } catch (DataAccessException e) {
                if (!SqlFailures.sqlState(e)
                        .filter(SqlFailures.LOCK_NOT_AVAILABLE::equals)
                        .isPresent()) {
                    throw SqlFailures.environment("lock the tables to be copied", e);
                }
                if (attempt == ATTEMPTS) {
                    throw notInTime(tables::contains, lockTimeout);
                }
            }
        }
    }

    private void lock(List<QualifiedName> tables, Duration lockTimeout) {
        if (tables.isEmpty()) {
            return;
        }
        session.setLocal("lock_timeout", Long.toString(Math.max(1, lockTimeout.toMillis())));
        session.database()
                .execute(
                        "LOCK TABLE {0} IN ACCESS SHARE MODE",
                        DSL.list(tables.stream().map(QualifiedName::toName).toList()));
        session.setLocal("lock_timeout", "0");
    }

    /** @param wanted tells which tables the locks were wanted for; the message names those that others have locked */
    SanitiserException notInTime(Predicate<QualifiedName> wanted, Duration lockTimeout) {
        String blocked = lockedByOthers(wanted);
        return new SanitiserException(
                FailureKind.ENVIRONMENT,
                "Could not lock the tables to be copied: " + ATTEMPTS + " attempts of " + lockTimeout.toMillis()
                        + " ms each, while another session holds an ACCESS EXCLUSIVE lock" + blocked
                        + " (a migration, perhaps). Run again when it has ended, or raise --lock-timeout.");
    }

    private String lockedByOthers(Predicate<QualifiedName> wanted) {
        session.rollback();
        session.begin();
        String names = session
                .database()
                .selectDistinct(field(name("n", "nspname"), String.class), field(name("c", "relname"), String.class))
                .from(table(name("pg_catalog", "pg_locks")).as("l"))
                .join(table(name("pg_catalog", "pg_class")).as("c"))
                .on(field(name("c", "oid")).eq(field(name("l", "relation"))))
                .join(table(name("pg_catalog", "pg_namespace")).as("n"))
                .on(field(name("n", "oid")).eq(field(name("c", "relnamespace"))))
                .where(field(name("l", "mode")).eq(inline("AccessExclusiveLock")))
                .and(field(name("l", "granted"), Boolean.class).isTrue())
                .fetch(r -> new QualifiedName(r.value1(), r.value2()))
                .stream()
                .filter(wanted)
                .sorted()
                .map(QualifiedName::toString)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " on " + names;
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
            throw SqlFailures.environment(
                    "keep the snapshot: the session that holds it was lost, and with it the one moment of the copy", e);
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
