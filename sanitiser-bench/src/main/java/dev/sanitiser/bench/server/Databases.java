package dev.sanitiser.bench.server;

import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Makes and drops databases, each named after this process so that two benchmarks share a server in peace.
 *
 * <p>Plain SQL: jOOQ's DROP DATABASE knows no FORCE; the only argument is a name.
 *
 * @param server where
 */
@Allow.PlainSQL
public record Databases(Server server) {

    /**
     * Makes an empty database.
     *
     * @param name unique in this process
     * @throws SanitiserException of kind ENVIRONMENT if that fails
     */
    public CreatedDatabase create(String name) {
        String full = "sanitiser_bench_" + ProcessHandle.current().pid() + "_" + name;
        run("create a database", db -> db.createDatabase(DSL.name(full)).execute());
        return new CreatedDatabase(this, server.settings(full));
    }

    void drop(String database) {
        Name name = DSL.name(database);
        run(
                "drop a database",
                db -> db.query("DROP DATABASE IF EXISTS {0} WITH (FORCE)", name).execute());
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
