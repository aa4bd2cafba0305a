package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sanitiser.testing.PlannedDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Design rule F6: unique stays unique, or the plan says why it cannot. */
class UniqueRulesTest {

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE EXTENSION citext;
                CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
                CREATE TYPE mood AS ENUM ('sad', 'ok', 'Ok');
                CREATE TYPE pair AS (a text, b text);
                CREATE DOMAIN three_moods AS mood;

                CREATE TABLE several (kind mood NOT NULL, email text, flag boolean, UNIQUE (kind, email, flag));
                INSERT INTO several SELECT 'ok', i, true FROM generate_series(1, 3) i;
                CREATE TABLE crowded (k int, a boolean NOT NULL, b varchar(1) NOT NULL, UNIQUE (k, a, b));
                INSERT INTO crowded SELECT 1, n % 2 = 0, chr(1000 + n) FROM generate_series(1, 80) n;
                CREATE TABLE by_enum (k mood UNIQUE);
                CREATE TABLE by_domain (k three_moods UNIQUE);
                CREATE TABLE by_array (k mood[] UNIQUE);
                CREATE TABLE by_boolean (k boolean UNIQUE);
                CREATE TABLE by_char (k char(1) UNIQUE);
                INSERT INTO by_enum VALUES ('sad'), ('ok'), ('Ok'), (NULL);
                INSERT INTO by_domain VALUES ('sad'), ('ok'), ('Ok'), (NULL);
                INSERT INTO by_array VALUES ('{sad}'), ('{ok}'), ('{Ok}'), ('{}');
                INSERT INTO by_boolean VALUES (true), (false), (NULL);
                INSERT INTO by_char SELECT chr(64 + i) FROM generate_series(1, 37) i;

                CREATE TABLE login (name text UNIQUE, mail citext UNIQUE, code char(4) UNIQUE,
                    label text COLLATE caseless UNIQUE, plain text);
                CREATE UNIQUE INDEX login_plain ON login (lower(plain));
                INSERT INTO login SELECT i, i, i, i, i FROM generate_series(1, 2) i;

                CREATE TABLE expressions (a text, b varchar(40), "c.d" char(9), e text);
                CREATE UNIQUE INDEX lower_a ON expressions (lower(a));
                CREATE UNIQUE INDEX upper_b ON expressions (upper(b), e);
                CREATE UNIQUE INDEX trimmed_c ON expressions (btrim("c.d"));
                CREATE TABLE other_expressions (a text, b text, c int);
                CREATE UNIQUE INDEX left_a ON other_expressions (left(a, 3));
                INSERT INTO other_expressions SELECT lpad(i::text, 3, '0') FROM generate_series(1, 300) i;
                CREATE TABLE by_length (a text);
                CREATE UNIQUE INDEX length_a ON by_length (length(a));
                INSERT INTO by_length SELECT repeat('x', i) FROM generate_series(1, 5) i;
                CREATE TABLE joined (a text, b text);
                CREATE UNIQUE INDEX joined_both ON joined ((a || b));
                INSERT INTO joined SELECT 'a', i FROM generate_series(1, 30) i;
                CREATE TABLE modulo (c int);
                INSERT INTO modulo SELECT i * 7 FROM generate_series(1, 9) i;
                CREATE UNIQUE INDEX modulo_c ON modulo ((c % 10));
                CREATE TABLE computed (id int, n int, twice int GENERATED ALWAYS AS (n / 2) STORED UNIQUE);
                INSERT INTO computed (id, n) VALUES (1, 2), (2, 4), (3, 6);

                CREATE TABLE partial (id int, deleted timestamp, "sta""te" text, spot pair,
                    length int GENERATED ALWAYS AS (nullif(length("sta""te"), 3)) STORED);
                CREATE UNIQUE INDEX live ON partial (id) WHERE deleted IS NULL;
                INSERT INTO partial (id, deleted) VALUES (1, '2020-01-01'), (1, '2020-01-02');
                CREATE TABLE partial_state (id int, "sta""te" text);
                CREATE UNIQUE INDEX new_only ON partial_state (id) WHERE "sta""te" = 'new';
                INSERT INTO partial_state VALUES (1, 'old'), (1, 'old');
                CREATE TABLE partial_row (id int, spot pair);
                CREATE UNIQUE INDEX spotted ON partial_row (id) WHERE spot IS NOT NULL;
                CREATE TABLE partial_computed (id int, n int, m int GENERATED ALWAYS AS (nullif(n, 3)) STORED);
                CREATE UNIQUE INDEX computed_only ON partial_computed (id) WHERE m IS NULL;

                CREATE TABLE same_nulls (a int, b text, c text, UNIQUE NULLS NOT DISTINCT (a, b, c));
                CREATE TABLE reference_only (login text UNIQUE REFERENCES login (name));
                CREATE TABLE including (a int, b text, UNIQUE (a) INCLUDE (b));
                CREATE TABLE late (a int UNIQUE DEFERRABLE INITIALLY DEFERRED);
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void the_column_with_the_most_values_makes_an_index_unique() {
        assertThat(uniqueColumns("several", "{\"several\": []}")).containsExactly("email");
        assertThat(uniqueColumns("several", "{\"several\": [\"email\", \"kind\", \"flag\"]}"))
                .isEmpty();
    }

    @Test
    void a_constant_does_not_make_an_index_unique_where_another_column_can() {
        assertThat(uniqueColumns("several", "{\"several\": {\"keep\": [], \"fake\": {\"kind\": {\"value\": \"ok\"}}}}"))
                .containsExactly("email");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            by_enum    | mood         | 3
            by_domain  | three_moods  | 3
            by_array   | mood[]       | 3
            by_boolean | boolean      | 2
            by_char    | character(1) | 36
            """)
    void a_type_with_fewer_values_than_rows_is_refused(String table, String type, int values) {
        String formatted = type.endsWith("moods") || type.startsWith("mood") ? "public." + type : type;
        assertThat(database.refusal("{\"" + table + "\": []}"))
                .isEqualTo("- " + table
                        + ".k: it must be unique, but type " + formatted + " gives no more than " + values
                        + " different values, and the table has more rows. Keep the column, or widen its type.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name  | {"value": "x"}         | constant | 1
            name  | {"as": "choice", "values": ["x"]}        | choice   | 1
            name  | {"as": "choice", "values": ["x", "x"]}   | choice   | 1
            """)
    void a_generator_with_fewer_values_than_rows_is_refused(String column, String spec, String generator, int values) {
        assertThat(database.refusal("{\"login\": {\"fake\": {\"" + column + "\": " + spec + "}}}"))
                .isEqualTo("- login." + column + ": it must be unique, but generator \"" + generator
                        + "\" gives no more than " + values + " different values, and the table has more rows. Keep the"
                        + " column, or name a generator that gives more.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mail  | ["x", "X"]   | ``
            code  | ["x", "x "]  | ``
            label | ["x", "X"]   | ``
            plain | ["x", "X"]   | ` as lower(plain)`
            """)
    void values_that_count_as_equal_are_refused(String column, String values, String as) {
        assertThat(database.refusal("{\"login\": {\"fake\": {\"" + column + "\": {\"as\": \"choice\", \"values\": "
                        + values + "}}}}"))
                .isEqualTo("- login." + column + ": it must be unique, but some of its fakes are equal" + as
                        + ". Keep the column, or name another generator.");
    }

    @Test
    void values_that_differ_in_case_serve_where_case_counts() {
        assertThat(uniqueColumns("login", """
                {"login": {"fake": {"name": {"as": "choice", "values": ["x", "X"]}}}}
                """)).containsExactly("name", "mail", "code", "label", "plain");
    }

    @Test
    void folding_case_and_trimming_leave_unique_text_unique() {
        assertThat(uniqueColumns("expressions", "{\"expressions\": []}")).containsExactly("a", "c.d", "e");
        assertThat(uniqueColumns("expressions", "{\"expressions\": [\"a\", \"c.d\", \"e\"]}"))
                .containsExactly("b");
    }

    @Test
    void repeated_keys_of_any_other_expression_are_counted() {
        assertThatCode(() -> database.plan("{\"other_expressions\": [], \"joined\": [], \"modulo\": []}"))
                .doesNotThrowAnyException();
        assertThat(database.refusal("{\"by_length\": []}"))
                .isEqualTo(
                        "- by_length, unique index length_a: no generator can make its faked columns unique. Keep a.");
    }

    @Test
    void a_computed_column_is_as_real_as_its_inputs() {
        assertThat(database.refusal("{\"computed\": [\"id\", \"twice\"]}")).isEqualTo("""
                - computed, unique index computed_twice_key: no generator can make its faked columns unique. Keep \
                twice.""");
        assertThat(uniqueColumns("computed", "{\"computed\": [\"n\"]}")).isEmpty();
    }

    @Test
    void a_predicate_may_ask_a_faked_column_for_NULL() {
        assertThat(uniqueColumns("partial", "{\"partial\": [\"id\"]}")).isEmpty();
        assertThat(uniqueColumns("partial", "{\"partial\": {\"keep\": [\"id\"], \"fake\": {\"deleted\": \"auto\"}}}"))
                .isEmpty();
    }

    @Test
    void a_predicate_that_chooses_other_rows_is_refused() {
        assertThat(database.refusal("{\"partial\": {\"keep\": [\"id\"], \"fake\": {\"deleted\": \"null\"}}}"))
                .isEqualTo("""
                - partial, unique index live: its key is kept, but its predicate reads the faked deleted, and the copy \
                repeats a key. Keep deleted, or do not keep the key.""");
    }

    @Test
    void rows_are_kept_out_of_a_partial_index() {
        assertThatCode(() -> database.plan("{\"partial_state\": [\"id\"], \"partial_row\": [\"id\"]}"))
                .doesNotThrowAnyException();
    }

    @Test
    void where_NULLs_are_equal_every_faked_column_is_unique() {
        assertThat(uniqueColumns("same_nulls", "{\"same_nulls\": [\"a\"]}")).containsExactly("b", "c");
    }

    @Test
    void drawn_keys_take_turns() {
        assertThat(database.table("reference_only", "{\"login\": [], \"reference_only\": []}")
                        .keyPools())
                .extracting(KeyPool::turn)
                .containsExactly(Optional.of(new KeyPool.Turn(1, List.of(), List.of())));
    }

    @Test
    void members_of_few_values_take_turns_within_kept_groups() {
        assertThat(uniqueColumns("several", "{\"several\": [\"email\"]}")).containsExactly("kind", "flag");
    }

    @Test
    void fewer_turns_than_rows_are_refused() {
        assertThat(database.refusal("{\"crowded\": [\"k\"]}")).isEqualTo("""
                - crowded, unique index crowded_k_a_b_key: a, b are faked and must be unique, but there are fewer values \
                than rows. Keep a, b, or name generators that give more.""");
    }

    @Test
    void included_columns_and_deferral_change_nothing() {
        assertThat(uniqueColumns("including", "{\"including\": []}")).containsExactly("a");
        assertThat(uniqueColumns("late", "{\"late\": []}")).containsExactly("a");
    }

    private static List<String> uniqueColumns(String table, String allowList) {
        return database.table(table, allowList).columns().stream()
                .filter(c -> c.treatment().reason().endsWith("; unique"))
                .map(c -> c.column().name())
                .toList();
    }
}
