package dev.sanitiser.testing;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogReader;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What tests ask of a source and its copy. */
@org.jooq.Allow.PlainSQL
public final class Databases {

    private Databases() {}

    public static Catalog catalogOf(TestDatabase database) {
        return ask(database, db -> {
            db.setLocal(DSL.name("search_path"), DSL.inline("")).execute();
            return CatalogReader.read(db);
        });
    }

    /** The structure as stock pg_dump writes it, without what never travels. */
    public static String structureOf(TestDatabase database) {
        CommandLine dump = CommandLine.run(
                "pg_dump",
                "--schema-only",
                "--no-comments",
                "--no-owner",
                "--no-acl",
                "--no-publications",
                "--no-subscriptions",
                "--no-security-labels",
                database.name());
        if (dump.exitCode() != 0) {
            throw new IllegalStateException(dump.errors());
        }
        return dump.output().replaceAll("(?m)^\\\\(un)?restrict .*$", "");
    }

    /** The number of rows of every table, partitions by themselves. */
    public static List<String> rowCountsOf(TestDatabase database) {
        return database.query("SELECT c.oid::regclass,"
                + " substring(query_to_xml(format('SELECT count(*) FROM ONLY %s', c.oid::regclass), false, false, '')::text"
                + " from '<count>([0-9]+)')"
                + " FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
                + " WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema$)' ORDER BY 1");
    }

    /** Who holds or wants advisory locks in a database; every run of ours holds one. */
    public static List<String> advisoryLocks(TestDatabase database) {
        return database.query("SELECT classid, objid, pid, granted FROM pg_locks WHERE locktype = 'advisory'"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
    }

    /** Waits, a minute at most, until a query's only value is true. */
    public static void await(TestDatabase database, String query) {
        for (int attempt = 0; attempt < 3_000; attempt++) {
            if (database.query(query).equals(List.of("t"))) {
                return;
            }
            database.query("SELECT pg_sleep(0.02)");
        }
        throw new IllegalStateException("Never true: " + query);
    }

    /** A number that two tables share if these columns hold the same rows, in whatever order. */
    public static String fingerprint(TestDatabase database, QualifiedName table, List<String> columns) {
        org.jooq.QueryPart row =
                DSL.row(columns.stream().map(c -> DSL.field(DSL.name(c))).toList());
        return ask(
                database,
                db -> db.resultQuery(
                                "SELECT count(*) || ' ' || coalesce(sum(pg_catalog.hashtextextended(({0})::text, 0)), 0) "
                                        + "FROM ONLY {1}",
                                columns.isEmpty() ? DSL.inline("") : row, DSL.table(table.toName()))
                        .fetchSingle(0, String.class));
    }

    /** The texts of a column that stand in it once only and have eight characters or more. */
    public static List<String> identifyingValues(TestDatabase database, QualifiedName table, String column) {
        Field<String> value = DSL.field("({0})::text", String.class, DSL.field(DSL.name(column)));
        return ask(
                database,
                db -> db.select(value)
                        .from(DSL.table(table.toName()))
                        .where(DSL.length(value).ge(8))
                        .groupBy(value)
                        .having(DSL.count().eq(1))
                        .fetch(value));
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(DSLContext database);
    }

    private static <T> T ask(TestDatabase database, Question<T> question) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return question.ask(Database.on(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
