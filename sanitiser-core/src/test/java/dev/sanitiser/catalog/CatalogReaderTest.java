package dev.sanitiser.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class CatalogReaderTest {

    /** 63 bytes, the longest name PostgreSQL keeps. */
    private static final String LONGEST_NAME = "ü".repeat(31) + "x";

    private static final String SCRIPT = """
            CREATE SCHEMA "Odd.sch""ema; DROP";
            CREATE SCHEMA pgcatalogue;
            CREATE TABLE zebra (a int);
            CREATE TABLE "Zebra" (a int);
            CREATE TABLE "Odd.sch""ema; DROP"."ta""ble.;
            名" ("co""l.;
            名" int DEFAULT 1 CHECK ("co""l.;
            名" > 0), "?" int, "$1" int, "{0}" int, ":name" int, "\\" int);
            CREATE TABLE pgcatalogue."%s" ("%s" int);
            """.formatted(LONGEST_NAME, LONGEST_NAME);

    private static TestDatabase database;
    private static CatalogFixture fixture;

    @BeforeAll
    static void create() {
        database = TestDatabase.create().run(SCRIPT);
        fixture = CatalogFixture.of(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void knows_version_and_encoding_of_the_database() {
        assertThat(fixture.catalog().serverVersion())
                .hasToString(database.query("SHOW server_version_num").get(0));
        assertThat(fixture.catalog().encoding()).isEqualTo("UTF8");
    }

    @Test
    void holds_user_schemas_in_name_order() {
        assertThat(fixture.catalog().schemas()).containsExactly("Odd.sch\"ema; DROP", "pgcatalogue", "public");
    }

    @Test
    void holds_relations_in_name_order_under_their_exact_names() {
        assertThat(fixture.catalog().relations())
                .extracting(Relation::name)
                .containsExactly(
                        new QualifiedName("Odd.sch\"ema; DROP", "ta\"ble.;\n名"),
                        new QualifiedName("pgcatalogue", LONGEST_NAME),
                        new QualifiedName("public", "Zebra"),
                        new QualifiedName("public", "zebra"));
    }

    @Test
    void keeps_odd_names_of_columns_and_quotes_them_in_expressions() {
        Relation odd = fixture.relation("Odd.sch\"ema; DROP", "ta\"ble.;\n名");

        assertThat(odd.columns())
                .extracting(Column::name)
                .containsExactly("co\"l.;\n名", "?", "$1", "{0}", ":name", "\\");
        assertThat(odd.checks()).extracting(Check::expression).containsExactly("(\"co\"\"l.;\n名\" > 0)");
        assertThat(fixture.relation("pgcatalogue", LONGEST_NAME).columns())
                .extracting(Column::name)
                .containsExactly(LONGEST_NAME);
    }

    @Test
    void reads_the_same_twice() {
        assertThat(CatalogFixture.of(database)).isEqualTo(fixture);
    }

    @Test
    void reads_the_same_as_a_role_without_any_privilege() {
        database.run("CREATE ROLE catalog_reader_stranger LOGIN; REVOKE ALL ON SCHEMA public FROM public");
        try {
            PGSimpleDataSource dataSource = database.dataSource();
            dataSource.setUser("catalog_reader_stranger");

            assertThat(CatalogFixture.read(dataSource)).isEqualTo(fixture.catalog());
        } finally {
            database.run("DROP ROLE catalog_reader_stranger; GRANT USAGE ON SCHEMA public TO public");
        }
    }

    @Test
    void leaves_out_temporary_tables_and_their_sequences() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE passing (id serial PRIMARY KEY, a int CHECK (a > 0))");
            statement.execute("SET search_path = ''");

            assertThat(CatalogReader.read(Database.on(connection))).isEqualTo(fixture.catalog());
            assertThat(CatalogFixture.of(database)).isEqualTo(fixture);
        }
    }

    @Test
    void holds_extensions_in_name_order() {
        CatalogFixture extended = CatalogFixture.of("CREATE SCHEMA tools; CREATE EXTENSION citext SCHEMA tools");

        assertThat(extended.catalog().extensions())
                .extracting(Extension::name, Extension::schema)
                .containsExactly(tuple("citext", "tools"), tuple("plpgsql", "pg_catalog"));
        assertThat(extended.catalog().extensions())
                .extracting(Extension::version)
                .doesNotContain("");
    }

    @Test
    void refuses_a_search_path_that_would_shorten_names_in_expressions() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> CatalogReader.read(Database.on(connection)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The catalog must be read with an empty search_path, not public");
        }
    }

    @Test
    void accepts_a_search_path_of_pg_catalog_alone() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_catalog");

            assertThat(CatalogReader.read(Database.on(connection))).isEqualTo(fixture.catalog());
        }
    }

    @Test
    void says_so_when_a_table_is_dropped_while_its_constraints_are_read() throws SQLException {
        try (TestDatabase changing = TestDatabase.create().run("CREATE TABLE gone (a int CHECK (a > 0))");
                Connection connection = changing.connect()) {
            seeOldSnapshotWhile(connection, changing, "DROP TABLE gone");

            assertThatThrownBy(() -> CatalogReader.read(Database.on(connection)))
                    .isInstanceOfSatisfying(
                            SanitiserException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                    .hasMessage("The structure of the database changed while it was being read."
                            + " Run again when no migration is in progress.");
        }
    }

    @Test
    void reads_a_plain_table_that_is_dropped_meanwhile_as_empty() throws SQLException {
        try (TestDatabase changing =
                        TestDatabase.create().run("CREATE TABLE gone (a int); INSERT INTO gone VALUES (1)");
                Connection connection = changing.connect()) {
            seeOldSnapshotWhile(connection, changing, "DROP TABLE gone");

            List<Relation> relations =
                    CatalogReader.read(Database.on(connection)).relations();

            assertThat(relations).extracting(Relation::sizeInBytes).containsExactly(0L);
        }
    }

    private static void seeOldSnapshotWhile(Connection connection, TestDatabase other, String change)
            throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = ''");
            statement.execute("SELECT FROM pg_catalog.pg_database");
        }
        other.run(change);
    }
}
