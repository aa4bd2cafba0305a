package dev.sanitiser.testkit.postgres;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Makes and drops databases, by a connection of its own for each statement.
 *
 * <p>Plain SQL: jOOQ has no templates for databases, no comments on them and no advisory locks; all arguments are names
 * and inlined values.
 */
@Allow.PlainSQL
final class Administration {

    private static final String NOT_ALLOWED = "42501";

    private final ConnectionSettings settings;

    Administration(ConnectionSettings settings) {
        this.settings = settings;
    }

    void create(String name, String template) {
        create(name, DSL.query("CREATE DATABASE {0} TEMPLATE {1}", DSL.name(name), DSL.name(template)));
    }

    /** Empty, with the given encoding and locale. */
    void create(String name, DatabaseLocale locale) {
        create(name, locale.createDatabase(name));
    }

    private void create(String name, Query statement) {
        run("create a database", database -> {
            database.execute(statement);
            return database.query("COMMENT ON DATABASE {0} IS {1}", DSL.name(name), DSL.inline(Mark.COMMENT))
                    .execute();
        });
    }

    /** Nobody connects to it any more, so that it can be copied at any time. */
    void freeze(String name) {
        run("make a template of a database", database -> {
            database.query("ALTER DATABASE {0} ALLOW_CONNECTIONS false", DSL.name(name))
                    .execute();
            return database.resultQuery(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {0}",
                            DSL.inline(name))
                    .fetch();
        });
    }

    /** Also while somebody is connected. */
    void drop(String name) {
        run(
                "drop a database",
                database -> database.query("DROP DATABASE IF EXISTS {0} WITH (FORCE)", DSL.name(name))
                        .execute());
    }

    /** Drops what killed runs left: marked databases that nobody uses, of runs that hold their lock no more. */
    void dropLeftovers() {
        run("look for databases of former runs", database -> {
            Set<Long> alive = Set.copyOf(database.resultQuery("""
                            SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks
                            WHERE locktype = 'advisory' AND objsubid = 1
                            """).fetch(0, Long.class));
            marked(database).stream().filter(name -> isOver(name, alive)).forEach(name -> tryToDrop(database, name));
            return alive.size();
        });
    }

    private static boolean isOver(String name, Set<Long> alive) {
        return Mark.keyOf(name).stream().anyMatch(key -> !alive.contains(key));
    }

    private static List<String> marked(DSLContext database) {
        return database.resultQuery("""
                        SELECT datname FROM pg_database AS d
                        WHERE shobj_description(d.oid, 'pg_database') = {0}
                            AND NOT EXISTS (SELECT FROM pg_stat_activity AS a WHERE a.datid = d.oid)
                        """, DSL.inline(Mark.COMMENT)).fetch(0, String.class);
    }

    /** It may belong to somebody else, or be gone by now. */
    private static void tryToDrop(DSLContext database, String name) {
        try {
            database.query("DROP DATABASE IF EXISTS {0}", DSL.name(name)).execute();
        } catch (DataAccessException e) {
            return;
        }
    }

    /** Such as {@code 15.19}. */
    String serverVersion() {
        return run(
                "ask the server for its version",
                database -> database.resultQuery("SHOW server_version").fetchSingle(0, String.class));
    }

    /** Takes the lock that says that this run is alive, and keeps it with its connection. */
    Connection hold(Mark mark) {
        Connection connection = connect();
        try {
            Database.on(connection)
                    .query("SELECT pg_advisory_lock({0})", DSL.inline(mark.key()))
                    .execute();
            return connection;
        } catch (DataAccessException e) {
            throw SqlFailures.environment("lock the test run's name", e);
        }
    }

    private <T> T run(String doing, Function<DSLContext, T> work) {
        try (Connection connection = connect()) {
            return work.apply(Database.on(connection));
        } catch (DataAccessException e) {
            throw SqlFailures.sqlState(e).filter(NOT_ALLOWED::equals).isPresent()
                    ? notAllowed()
                    : SqlFailures.environment(doing, e);
        } catch (SQLException e) {
            throw SqlFailures.environment(doing, e);
        }
    }

    private SanitiserException notAllowed() {
        return new SanitiserException(
                FailureKind.ENVIRONMENT,
                "The test kit makes a database of its own for each test, and the role of " + settings
                        + " may not: give it the right with ALTER ROLE … CREATEDB, or name another role.");
    }

    private Connection connect() {
        try {
            return settings.dataSource("sanitiser-testkit").getConnection();
        } catch (SQLException e) {
            throw SqlFailures.environment("connect to " + settings, e);
        }
    }
}
