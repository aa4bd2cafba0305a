package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.DumpOptions;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.testing.PlannedDatabase;
import dev.sanitiser.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The escape hatch of the allow list: {@code {"sql": …}} over kept columns and {@code n}, and over nothing else. */
class SqlExpressionTest {

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE TABLE users (id int PRIMARY KEY, username text NOT NULL, email text UNIQUE NOT NULL,
                    code varchar(8) NOT NULL, "odd ""name" text);
                INSERT INTO users SELECT i, 'user' || i, 'real' || i || '@real.org', 'R' || i, 'real odd'
                    FROM generate_series(1, 30) i;
                CREATE FUNCTION peek(int) RETURNS text LANGUAGE sql IMMUTABLE
                    AS 'SELECT email FROM public.users WHERE id = $1';
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void values_are_made_of_kept_columns_and_the_ordinal() {
        String list = """
                {"users": {"keep": ["id", "odd \\"name"], "fake": {
                    "username": {"sql": "'u' || n % 7 || \\"odd \\"\\"name\\" || E'\\\\t''(' || upper('a)')"},
                    "email": {"sql": "format('u%s@example.com', id)"},
                    "code": {"sql": "CASE WHEN id > 5 THEN 'big' ELSE to_char(id, 'FM000') END"}}}}""";
        try (TestDatabase copy = database.copy(list, DumpOptions.defaults())) {
            assertThat(copy.query("SELECT username, email, code FROM users WHERE id IN (1, 8) ORDER BY id"))
                    .containsExactly("u1real odd\t'(A)|u1@example.com|001", "u1real odd\t'(A)|u8@example.com|big");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            lower(email)                            ; the server refused it (SQLSTATE 42703)
            users.email                             ; the server refused it (SQLSTATE 42P01)
            t.email                                 ; the server refused it (SQLSTATE 42P01)
            s.email                                 ; the server refused it (SQLSTATE 42703)
            n +                                     ; the server refused it (SQLSTATE 42601)
            nonsense(n)                             ; the server refused it (SQLSTATE 42883)
            """)
    void PostgreSQL_refuses_whatever_is_not_in_scope(String expression, String reason) {
        assertThat(refusal(expression)).isEqualTo("""
                - users.code: the expression under "sql" gives values that do not fit character varying(8) NOT NULL, or \
                names something other than n and kept columns (id, username). Change it. (PostgreSQL: %s)""".formatted(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            nullif(n, n)::text
            repeat('x', 9)
            """)
    void values_must_fit_the_column(String expression) {
        assertThat(refusal(expression)).isEqualTo("""
                - users.code: the expression under "sql" gives values that do not fit character varying(8) NOT NULL, or \
                names something other than n and kept columns (id, username). Change it.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            public.peek(id)
            "public"."peek"(id)
            pg_read_file('x')
            query_to_xml('x', true, true, '')::text
            left(random()::text, 3)
            current_setting('x')
            """)
    void functions_that_could_read_more_are_refused(String expression) {
        assertThat(refusal(expression).lines().findFirst().orElseThrow()).isEqualTo("""
                - users.code: the expression under "sql" calls a function that might read tables or change between runs. \
                Call IMMUTABLE functions of PostgreSQL or of extensions only.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            (SELECT email FROM public.users LIMIT 1) ; must not contain SELECT: it is an expression over kept columns and n, without subqueries or window functions
            exists (TABLE public.users)              ; must not contain TABLE: it is an expression over kept columns and n, without subqueries or window functions
            count(*) OVER ()                         ; must not contain OVER: it is an expression over kept columns and n, without subqueries or window functions
            n) FROM public.users AS x(n              ; has parentheses that do not match
            n -- comment                             ; must not contain --: it is one expression, without comments, parameters or dollar quotes
            $$n$$                                    ; must not contain $: it is one expression, without comments, parameters or dollar quotes
            U&'x'                                    ; must not contain U&: write the characters themselves
            'open                                    ; has a ' that nothing closes
            """)
    void what_could_open_another_scope_is_refused(String expression, String objection) {
        String list = "{\"users\": {\"fake\": {\"code\": {\"sql\": \"" + expression + "\"}}}}";
        assertThatThrownBy(() -> database.plan(list))
                .isInstanceOf(SanitiserException.class)
                .hasMessageContaining("{\"sql\": …} " + objection);
    }

    @Test
    void a_unique_column_needs_other_values_in_each_row() {
        assertThat(database.refusal(
                        "{\"users\": {\"keep\": [\"id\"], \"fake\": {\"email\": {\"sql\": \"'a' || n / 2\"}}}}"))
                .isEqualTo("""
                - users.email: the expression under "sql" must give each row another value. Change it, or keep the column.""");
    }

    private static String refusal(String expression) {
        String json = expression.replace("\"", "\\\"");
        return database.refusal(
                "{\"users\": {\"keep\": [\"id\", \"username\"], \"fake\": {\"code\": {\"sql\": \"" + json + "\"}}}}");
    }
}
