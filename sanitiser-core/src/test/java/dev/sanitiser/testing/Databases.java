package dev.sanitiser.testing;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogReader;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** What tests ask of a source and its copy. */
@org.jooq.Allow.PlainSQL
public final class Databases {

    /** Whatever the database's own settings are, values read the same. */
    private static final String SESSION =
            "-c search_path= -c standard_conforming_strings=on -c IntervalStyle=postgres -c extra_float_digits=3"
                    + " -c bytea_output=hex -c quote_all_identifiers=off -c statement_timeout=0";

    private Databases() {}

    public static Catalog catalogOf(TestDatabase database) {
        return ask(database, CatalogReader::read);
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

    /**
     * A number that two tables share if their rows agree, in whatever order.
     *
     * @param values columns whose values must agree
     * @param nullPatterns columns that must be NULL in the same rows
     */
    public static String fingerprint(
            TestDatabase database, QualifiedName table, List<String> values, List<String> nullPatterns) {
        List<Field<?>> row = Stream.<Field<?>>concat(
                        values.stream().map(c -> DSL.field(DSL.name(c))),
                        nullPatterns.stream().map(c -> DSL.field("{0} IS NOT DISTINCT FROM NULL", DSL.name(c))))
                .toList();
        return ask(
                database,
                db -> db.resultQuery(
                                """
                                SELECT count(*) || ' ' || coalesce(sum(hashtextextended(ROW({0})::text, 0)), 0)
                                FROM {1} AS rows_of_it
                                WHERE rows_of_it.tableoid = {2}::regclass
                                    OR (SELECT relkind FROM pg_class WHERE oid = {2}::regclass) = 'p'
                                """,
                                DSL.list(row),
                                DSL.table(table.toName()),
                                DSL.inline(Database.withoutConnection().render(table.toName())))
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
        PGSimpleDataSource dataSource = database.dataSource();
        dataSource.setOptions(SESSION);
        try (Connection connection = dataSource.getConnection()) {
            return question.ask(Database.on(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
