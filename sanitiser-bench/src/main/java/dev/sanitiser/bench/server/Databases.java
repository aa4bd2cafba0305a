package dev.sanitiser.bench.server;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Makes databases, each named after this process so that two benchmarks share a server in peace; closing it drops those
 * that are left. Thread-safe.
 *
 * <p>Plain SQL: jOOQ's DROP DATABASE knows no FORCE; the only argument is a name.
 */
@Allow.PlainSQL
public final class Databases implements AutoCloseable {

    private final Server server;
    private final Set<String> created = new LinkedHashSet<>();
    private boolean closed;

    public Databases(Server server) {
        this.server = server;
    }

    /**
     * Makes an empty database.
     *
     * @param name unique in this process
     * @throws SanitiserException of kind ENVIRONMENT if that fails; of kind INTERRUPTED after {@link #close}
     */
    public synchronized CreatedDatabase create(String name) {
        if (closed) {
            throw new SanitiserException(FailureKind.INTERRUPTED, "The benchmark was stopped.");
        }
        String full = "sanitiser_bench_" + ProcessHandle.current().pid() + "_" + name;
        run("create a database", db -> db.createDatabase(DSL.name(full)).execute());
        created.add(full);
        return new CreatedDatabase(this, server.settings(full));
    }

    /** Drops a database, whoever is connected; one that was dropped before is no failure. */
    synchronized void drop(String database) {
        if (created.remove(database)) {
            run(
                    "drop a database",
                    db -> db.query("DROP DATABASE {0} WITH (FORCE)", DSL.name(database))
                            .execute());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        List.copyOf(created).forEach(this::drop);
    }

    private void run(String task, Work work) {
        try (Connection connection = server.settings(server.maintenanceDatabase())
                .dataSource("sanitiser-bench")
                .getConnection()) {
            work.run(Database.on(connection));
        } catch (SQLException e) {
            throw SqlFailures.environment(task, e);
        } catch (DataAccessException e) {
            throw SqlFailures.environment(task, e);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(DSLContext database);
    }
}
