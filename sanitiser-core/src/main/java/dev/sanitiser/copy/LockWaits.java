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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/**
 * Waits for locks in a few short attempts: whoever waits for long holds up those who come after.
 *
 * @param limit for one attempt
 */
record LockWaits(Session session, Duration limit) {

    private static final int ATTEMPTS = 3;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Whether a statement failed because a lock was not to be had in time. */
    static boolean ended(Exception failure) {
        return SqlFailures.sqlState(failure).filter(LOCK_NOT_AVAILABLE::equals).isPresent();
    }

    /** The run's own lock lets nobody else have the table, and nobody else lets a worker have it. */
    static SanitiserException gaveWay(QualifiedName table) {
        return new SanitiserException(
                FailureKind.ENVIRONMENT,
                "The run gave way to another session that waits for an ACCESS EXCLUSIVE lock on " + table
                        + " (a migration, perhaps). Run again when it has ended.");
    }

    /**
     * Works in a transaction that is begun anew for each attempt and stays open after the successful one.
     *
     * @param concerned which locked tables are worth a mention
     * @throws SanitiserException of kind ENVIRONMENT with the tables that others have locked, if no attempt succeeds
     */
    <T> T attempt(Runnable begin, Supplier<T> work, Predicate<QualifiedName> concerned) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            session.rollback();
            begin.run();
            try {
                session.setLocal("lock_timeout", Long.toString(Math.max(1, limit.toMillis())));
                return work.get();
            } catch (DataAccessException e) {
                if (!ended(e)) {
                    throw e;
                }
            }
        }
        throw notInTime(concerned);
    }

    private SanitiserException notInTime(Predicate<QualifiedName> concerned) {
        return new SanitiserException(
                FailureKind.ENVIRONMENT,
                "Could not lock the tables to be copied: " + ATTEMPTS + " attempts of " + limit.toMillis()
                        + " ms each, while another session holds an ACCESS EXCLUSIVE lock" + lockedByOthers(concerned)
                        + " (a migration, perhaps). Run again when it has ended, or raise --lock-timeout.");
    }

    private String lockedByOthers(Predicate<QualifiedName> concerned) {
        session.rollback();
        session.beginReading();
        String names = session
                .database()
                .selectDistinct(field(name("n", "nspname"), String.class), field(name("c", "relname"), String.class))
                .from(table(name("pg_catalog", "pg_locks")).as("l"))
                .join(table(name("pg_catalog", "pg_class")).as("c"))
                .on(field(name("c", "oid")).eq(field(name("l", "relation"))))
                .join(table(name("pg_catalog", "pg_namespace")).as("n"))
                .on(field(name("n", "oid")).eq(field(name("c", "relnamespace"))))
                .join(table(name("pg_catalog", "pg_database")).as("d"))
                .on(field(name("d", "oid")).eq(field(name("l", "database"))))
                .where(field(name("d", "datname"))
                        .eq(function(name("pg_catalog", "current_database"), SQLDataType.VARCHAR)))
                .and(field(name("c", "relkind"), String.class).in(inline("r"), inline("p")))
                .and(field(name("l", "mode")).eq(inline("AccessExclusiveLock")))
                .and(field(name("l", "granted"), Boolean.class).isTrue())
                .fetch(r -> new QualifiedName(r.value1(), r.value2()))
                .stream()
                .filter(concerned)
                .sorted()
                .map(QualifiedName::toString)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " on " + names;
    }
}
