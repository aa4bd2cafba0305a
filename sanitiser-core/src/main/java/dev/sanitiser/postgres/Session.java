package dev.sanitiser.postgres;

import dev.sanitiser.failure.Cancellation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;

/**
 * One connection to the source. Everything happens in transactions whose settings are local to them, so a connection
 * goes back to its pool as it came. A cancelled run cancels the statement that runs here.
 *
 * <p>Plain SQL: SET TRANSACTION has no form in jOOQ; its only argument is an inlined value.
 */
@Allow.PlainSQL
public final class Session implements AutoCloseable {

    private static final long CANCEL_EVERY_MILLIS = 100;

    /** {@code SET ROLE none} goes back to the role that connected; no role can be called so. */
    private static final String NO_ROLE = "none";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread canceller = new Thread(this::requestCancellation, "sanitiser-cancel");
    private final Connection connection;
    private final DSLContext database;
    private final Duration statementTimeout;
    private final Duration lockTimeout;
    private final boolean initialAutoCommit;
    private final Cancellation.Registration registration;

    private Session(
            Connection connection,
            boolean initialAutoCommit,
            Duration statementTimeout,
            Duration lockTimeout,
            Cancellation cancellation) {
        this.connection = connection;
        this.database = Database.on(connection);
        this.statementTimeout = statementTimeout;
        this.lockTimeout = lockTimeout;
        this.initialAutoCommit = initialAutoCommit;
        this.registration = cancellation.onCancel(this::cancelStatements);
    }

    /**
     * Connects.
     *
     * @param statementTimeout limit for each statement; zero for none
     */
    public static Session open(Source source, Duration statementTimeout, Cancellation cancellation) {
        return open(source, statementTimeout, Duration.ZERO, cancellation);
    }

    /**
     * Connects.
     *
     * @param statementTimeout limit for each statement; zero for none
     * @param lockTimeout limit for each wait for a lock; zero for none
     */
    public static Session open(
            Source source, Duration statementTimeout, Duration lockTimeout, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        try {
            Connection connection = source.dataSource().getConnection();
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            return new Session(connection, autoCommit, statementTimeout, lockTimeout, cancellation);
        } catch (SQLException e) {
            throw SqlFailures.environment("connect to " + source.settings(), e);
        }
    }

    /**
     * Begins a transaction that sees one moment until it ends: the moment of its first query, which is the caller's.
     * Locks can be taken before it.
     */
    public void beginSnapshot() {
        begin(DSL.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"));
    }

    /**
     * Begins a transaction that sees an exported snapshot and may write.
     *
     * @param snapshot as {@code pg_export_snapshot()} gave it; its exporter's transaction must still be open
     */
    public void beginWithSnapshot(String snapshot) {
        begin(
                DSL.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ WRITE"),
                DSL.query("SET TRANSACTION SNAPSHOT {0}", DSL.inline(snapshot)));
    }

    /**
     * Begins a transaction that sees an exported snapshot and cannot write.
     *
     * @param snapshot as for {@link #beginWithSnapshot}
     */
    public void beginReading(String snapshot) {
        begin(
                DSL.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"),
                DSL.query("SET TRANSACTION SNAPSHOT {0}", DSL.inline(snapshot)));
    }

    /** Begins a transaction that cannot write, as on a standby: each statement sees what is committed. */
    public void beginReading() {
        begin(DSL.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY"));
    }

    /** Begins an ordinary transaction: each statement sees what is committed. */
    public void begin() {
        begin(DSL.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE"));
    }

    /**
     * In one round trip; each statement is a utility, so none of them takes a snapshot of its own. The first statement
     * of a transaction notices a connection that was lost in between.
     */
    private void begin(Query... transaction) {
        try {
            database.batch(Stream.concat(Stream.of(transaction), settings()).toList())
                    .execute();
        } catch (DataAccessException e) {
            throw SqlFailures.environment("begin a transaction", e);
        }
    }

    /**
     * The settings of pg_dump's own session, so that values read the same; UTC, because the driver would bring the
     * JVM's zone.
     */
    private Stream<Query> settings() {
        return Stream.of(
                local("statement_timeout", Long.toString(statementTimeout.toMillis())),
                local("lock_timeout", Long.toString(lockTimeout.toMillis())),
                local("idle_in_transaction_session_timeout", "0"),
                local("search_path", ""),
                local("standard_conforming_strings", "on"),
                local("row_security", "off"),
                local("datestyle", "ISO, MDY"),
                local("intervalstyle", "postgres"),
                local("extra_float_digits", "3"),
                local("bytea_output", "hex"),
                local("xmloption", "content"),
                local("timezone", "UTC"),
                local("synchronize_seqscans", "off"),
                local("jit", "off"),
                local("quote_all_identifiers", "off"));
    }

    /**
     * Lets every scan read the whole table in physical order by one process until the transaction ends: ordinals count
     * rows in that order, and two statements must count alike.
     */
    public void readInPhysicalOrder() {
        database.batch(
                        local("max_parallel_workers_per_gather", "0"),
                        local("enable_indexscan", "off"),
                        local("enable_indexonlyscan", "off"),
                        local("enable_bitmapscan", "off"))
                .execute();
    }

    /**
     * Gives up this session's privileges for those of another role until the transaction ends.
     *
     * @param role its exact name
     * @throws dev.sanitiser.failure.SanitiserException of kind ENVIRONMENT if there is no such role, or this one is no
     *     member of it
     */
    public void actAs(String role) {
        if (role.equals(NO_ROLE)) {
            throw SqlFailures.noSuchRole(role);
        }
        try {
            setLocal("role", role);
        } catch (DataAccessException e) {
            throw SqlFailures.ofRole(userName(), role, e);
        }
    }

    private String userName() {
        try {
            return connection.getMetaData().getUserName();
        } catch (SQLException e) {
            throw SqlFailures.environment("ask who is connected", e);
        }
    }

    /** Shows in {@code pg_stat_activity}, until the transaction ends, what this session is working on. */
    public void showWork(String what) {
        setLocal("application_name", "sanitiser: " + what);
    }

    /** Changes one setting until the transaction ends. */
    public void setLocal(String setting, String value) {
        local(setting, value).execute();
    }

    /**
     * Sets custom settings until the transaction ends, as bind parameters: they stand in no statement.
     *
     * @param settings values by name
     */
    public void holdSecrets(Map<String, String> settings) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, true) IS NULL")) {
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                statement.setString(1, setting.getKey());
                statement.setString(2, setting.getValue());
                statement.execute();
            }
        } catch (SQLException e) {
            throw SqlFailures.environment("hand over the key of pseudonyms", e);
        }
    }

    private Query local(String setting, String value) {
        return database.setLocal(DSL.name(setting), DSL.inline(value));
    }

    /**
     * Executes a statement that may change more rows than an {@code int} counts.
     *
     * @throws DataAccessException if it fails
     */
    public long executeLarge(Query query) {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(database.renderInlined(query));
        } catch (SQLException e) {
            throw new DataAccessException("", e);
        }
    }

    public DSLContext database() {
        return database;
    }

    public Connection connection() {
        return connection;
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw SqlFailures.environment("commit", e);
        }
    }

    /** Never fails: the server rolls back what a broken connection left, and what broke it is worth the report. */
    public void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            return;
        }
    }

    /** One request may come between two statements and be lost, so it is repeated until the session ends. */
    private synchronized void cancelStatements() {
        if (closed.getCount() > 0) {
            canceller.setDaemon(true);
            canceller.start();
        }
    }

    private void requestCancellation() {
        try {
            do {
                cancelStatement();
            } while (!closed.await(CANCEL_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancelStatement() {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            // The request travels by a connection of its own, which may fail; the next one may not.
            return;
        }
    }

    /** A request under way would hit whoever gets the connection next. */
    private void awaitCanceller() {
        synchronized (this) {
            closed.countDown();
        }
        try {
            canceller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Rolls back what is open and gives the connection back. */
    @Override
    public void close() {
        registration.close();
        awaitCanceller();
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(initialAutoCommit);
            }
        } catch (SQLException e) {
            // A broken connection has nothing to give back; what broke it has been reported where it broke.
            return;
        }
    }
}
