package dev.sanitiser.bench.server;

import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * What a benchmark asks the server besides its work, through a connection of its own. What a role may not ask is left
 * out.
 *
 * <p>Plain SQL: VACUUM, CHECKPOINT and the functions of the write-ahead log have no form in jOOQ.
 */
@Allow.PlainSQL
public final class ServerView implements AutoCloseable {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Connection connection;
    private final DSLContext database;

    private ServerView(Connection connection) {
        this.connection = connection;
        this.database = Database.on(connection);
    }

    /** @throws SanitiserException of kind ENVIRONMENT if the server cannot be reached */
    public static ServerView open(ConnectionSettings settings) {
        try {
            return new ServerView(settings.dataSource("sanitiser-bench").getConnection());
        } catch (SQLException e) {
            throw SqlFailures.environment("look at the server", e);
        }
    }

    /** Such as {@code PostgreSQL 15.19 on x86_64-pc-linux-gnu …}. */
    public String version() {
        return String.valueOf(database.fetchSingle("SELECT version()").get(0, String.class));
    }

    /**
     * Lets the server do now what it would do during the next measurement: tidy up what was dropped from its catalog,
     * which readers do otherwise and write down, and write what it owes the disk.
     */
    public void settle() {
        try {
            database.execute("VACUUM");
            database.execute("CHECKPOINT");
        } catch (DataAccessException e) {
            refuseUnlessForbidden(e);
        }
    }

    /** How many bytes of write-ahead log the server has written since it was set up. */
    public OptionalLong walPosition() {
        try {
            return OptionalLong.of(database.fetchSingle("SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint")
                    .get(0, Long.class));
        } catch (DataAccessException e) {
            refuseUnlessForbidden(e);
            return OptionalLong.empty();
        }
    }

    private static void refuseUnlessForbidden(DataAccessException failure) {
        if (!failure.sqlState().equals(INSUFFICIENT_PRIVILEGE)) {
            throw SqlFailures.environment("look at the server", failure);
        }
    }

    /** The rows of all tables of a schema; a partitioned table counts by its partitions. */
    public long countRows(String schema) {
        return database
                .fetch(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = {0}::regnamespace",
                        DSL.inline(schema))
                .getValues(0, String.class)
                .stream()
                .mapToLong(table -> database.fetchCount(DSL.table(DSL.name(schema, table))))
                .sum();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlFailures.environment("leave the server", e);
        }
    }
}
