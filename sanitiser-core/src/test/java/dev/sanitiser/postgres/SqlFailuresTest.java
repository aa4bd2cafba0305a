package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailuresTest {

    private static final String VALUE = "jane@example.com";

    private static TestDatabase database;

    @BeforeAll
    static void create_database() {
        database = TestDatabase.create().run("""
                CREATE DOMAIN short AS text CONSTRAINT is_short CHECK (length(value) < 3);
                CREATE TYPE mood AS ENUM ('calm');
                CREATE TABLE person (
                    email text CONSTRAINT one_each UNIQUE CONSTRAINT is_upper CHECK (email = upper(email)),
                    age int, born date, code varchar(3), parent text REFERENCES person (email),
                    EXCLUDE USING hash (code WITH =));
                INSERT INTO person VALUES ('JANE@EXAMPLE.COM', 1, NULL, 'a');
                CREATE FUNCTION complain(state text) RETURNS int LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'not jane@example.com' USING ERRCODE = state, DETAIL = 'jane@example.com',
                        HINT = 'jane@example.com', COLUMN = 'jane@example.com', CONSTRAINT = 'jane@example.com',
                        DATATYPE = 'jane@example.com', TABLE = 'jane@example.com', SCHEMA = 'jane@example.com';
                END $$;
                CREATE ROLE t_copy_nobody;
                """);
    }

    @AfterAll
    static void drop_database() {
        database.run("DROP ROLE t_copy_nobody");
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT 'jane@example.com'::int | SQLSTATE 22P02",
                "SELECT 'jane@example.com'::date | SQLSTATE 22007",
                "SELECT 'jane@example.com'::numeric | SQLSTATE 22P02",
                "SELECT 'jane@example.com'::jsonb | SQLSTATE 22P02",
                "SELECT 'jane@example.com'::uuid | SQLSTATE 22P02",
                "SELECT 'jane@example.com'::inet | SQLSTATE 22P02",
                "SELECT 'jane@example.com'::mood | SQLSTATE 22P02",
                "SELECT to_date('jane@example.com', 'YYYY') | SQLSTATE 22007",
                "SELECT 'jane@example.com'::short | SQLSTATE 23514, schema public, type short, constraint is_short",
                "SELECT xmlparse(document 'jane@example.com') | SQLSTATE 2200M",
                "SELECT 'x' ~ 'jane@example.com[' | SQLSTATE 2201B",
                "SELECT 'jane@example.com'::regclass | SQLSTATE 3F000",
                "SELECT '\"jane@example.com\"'::regclass | SQLSTATE 42P01",
                "SELECT '\"jane@example.com\"'::regtype | SQLSTATE 42704",
                "INSERT INTO person (email) VALUES ('JANE@EXAMPLE.COM') | SQLSTATE 23505, schema public, table person,"
                        + " constraint one_each",
                "INSERT INTO person (email) VALUES ('jane@example.com') | SQLSTATE 23514, schema public, table person,"
                        + " constraint is_upper",
                "INSERT INTO person (code) VALUES ('jane@example.com') | SQLSTATE 22001",
                "INSERT INTO person (code) VALUES ('a') | SQLSTATE 23P01, schema public, table person, constraint"
                        + " person_code_excl",
                "INSERT INTO person (parent) VALUES ('jane@example.com') | SQLSTATE 23503, schema public, table person,"
                        + " constraint person_parent_fkey",
                "INSERT INTO person (age) VALUES (2147483648) | SQLSTATE 22003",
                "SELECT jane@example.com | SQLSTATE 42703",
                "SELECT jane_at_example_com | SQLSTATE 42703",
                "SELECT 1/0 | SQLSTATE 22012",
            })
    void keeps_the_servers_words_to_itself_where_they_can_quote_a_value(String sql, String described) {
        String description = describe(sql);

        assertThat(description).isEqualTo("the server refused it (" + described + ")");
        assertThat(description).doesNotContainIgnoringCase("jane").doesNotContain("2147483648");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P0001", "22023", "42501", "42P01", "25006", "0A000", "40P01", "55P03", "57014", "53100", "08006"
            })
    void keeps_a_functions_words_to_itself_whatever_state_it_gives_them(String state) {
        String description = describe("SELECT complain('" + state + "')");

        assertThat(description).isEqualTo("a function of the database raised an error (SQLSTATE " + state + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SET ROLE t_copy_nobody; TABLE person | permission denied for table person (SQLSTATE 42501)",
                "SET statement_timeout = 1; SELECT pg_sleep(9) | canceling statement due to statement timeout"
                        + " (SQLSTATE 57014)",
                "BEGIN READ ONLY; DELETE FROM person | cannot execute DELETE in a"
                        + " read-only transaction (SQLSTATE 25006)"
            })
    void passes_the_servers_words_on_where_they_name_objects_only(String sql, String description) {
        assertThat(describe(sql)).isEqualTo(description);
    }

    @Test
    void finds_the_servers_failure_within_jooqs() throws SQLException {
        try (Connection connection = database.connect()) {
            DataAccessException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                    DataAccessException.class,
                    () -> Database.on(connection)
                            .select(DSL.inline(VALUE).cast(Integer.class))
                            .fetch());

            assertThat(SqlFailures.environment("read it", failure))
                    .hasMessage("Could not read it: the server refused it (SQLSTATE 22P02)")
                    .hasNoCause()
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT));
            assertThat(SqlFailures.sqlState(failure)).contains("22P02");
        }
    }

    @Test
    void names_no_more_than_the_class_of_any_other_failure() {
        assertThat(SqlFailures.describe(new IllegalStateException(VALUE))).isEqualTo("IllegalStateException");
        assertThat(SqlFailures.sqlState(new IllegalStateException(VALUE))).isEmpty();
    }

    @Test
    void tells_when_a_driver_gives_no_state() {
        assertThat(SqlFailures.describe(new SQLException(VALUE))).isEqualTo("the server refused it (unknown SQLSTATE)");
    }

    private static String describe(String sql) {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute(sql);
            throw new AssertionError("This was to fail: " + sql);
        } catch (SQLException e) {
            return SqlFailures.describe(e);
        }
    }
}
