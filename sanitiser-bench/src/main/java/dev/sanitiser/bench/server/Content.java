package dev.sanitiser.bench.server;

import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.SqlFailures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Fills databases by the scripts beside this class.
 *
 * <p>Plain SQL: VACUUM and the functions of the server's views have no form in jOOQ.
 */
@Allow.PlainSQL
public final class Content {

    private static final String ALLOW_LIST = "allow_list.json";

    private Content() {}

    /**
     * Builds the tables that are dumped, and leaves nothing to be done behind the first reader's back: vacuumed,
     * frozen, analysed.
     */
    public static DatabaseSize build(ConnectionSettings target, Shape shape, BigDecimal gigabytes) {
        try (Connection connection = target.dataSource("sanitiser-bench").getConnection();
                Statement statement = connection.createStatement()) {
            DSLContext database = Database.on(connection);
            set(database, "search_path", "public");
            shape.rows(gigabytes).forEach((table, count) -> set(database, "bench." + table, Long.toString(count)));
            statement.execute(resource("database.sql"));
            statement.execute("VACUUM (FREEZE, ANALYZE)");
            return size(database);
        } catch (SQLException e) {
            throw SqlFailures.environment("build the database", e);
        }
    }

    /** Builds {@value ManyTables#TABLES} small tables, for plans. */
    public static void buildManyTables(ConnectionSettings target) {
        try (Connection connection = target.dataSource("sanitiser-bench").getConnection();
                Statement statement = connection.createStatement()) {
            set(Database.on(connection), "search_path", "public");
            statement.execute(resource("many_tables.sql"));
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            throw SqlFailures.environment("build the tables", e);
        }
    }

    private static void set(DSLContext database, String setting, String value) {
        database.set(DSL.name(setting), DSL.inline(value)).execute();
    }

    private static DatabaseSize size(DSLContext database) {
        return database.resultQuery("""
                        SELECT pg_database_size(current_database()),
                            (SELECT sum(pg_table_size(oid))::bigint FROM pg_class
                             WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace)
                        """).fetchSingle(r -> new DatabaseSize(r.get(0, Long.class), r.get(1, Long.class)));
    }

    /** The allow list for the tables that {@link #build} makes, as the file's text. */
    public static String allowList() {
        return resource(ALLOW_LIST);
    }

    private static String resource(String name) {
        try (InputStream resource = Content.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
