package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sanitiser.testing.PlannedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Design rule F5: PostgreSQL itself evaluates what the fakes must satisfy. */
class ProofRulesTest {

    private static final String REMEDY = "Keep the columns, or name a generator that fits under \"fake\".";

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE FUNCTION never(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
                    AS $$ BEGIN IF $1 = 'real' THEN RETURN true; END IF; RAISE EXCEPTION 'no % here', $1; END $$;
                CREATE DOMAIN filled AS text CHECK (VALUE IS NOT NULL);
                CREATE DOMAIN odd AS text CHECK (md5(VALUE) = 'x');

                CREATE TABLE single (id int, n int CHECK (n > 0), word text CHECK (md5(word) = '4bca24304861acde5770fdbe3cc2503b'));
                INSERT INTO single VALUES (1, 1, 'real');
                CREATE TABLE together (id int, low int NOT NULL, high int NOT NULL, CHECK (md5(concat(low, '-', high)) = '98c6f2c2287f4c73cea3d40ae7ec3ff2'));
                INSERT INTO together VALUES (1, 1, 2);
                CREATE TABLE maybe (id int, a text, b text, CHECK (num_nonnulls(a, b) = 1));
                INSERT INTO maybe VALUES (1, 'x', NULL), (2, NULL, 'y');
                CREATE TABLE mixed (id int, kind text, n int, CHECK (kind <> 'big' OR n * n = 25000000));
                INSERT INTO mixed VALUES (1, 'small', 1), (2, 'big', 5000);
                CREATE TABLE mixed_well (id int, kind text, n int, CHECK (kind <> 'negative' OR n < 0));
                INSERT INTO mixed_well VALUES (1, 'small', 1);
                CREATE TABLE old (id int, kind text, n int);
                INSERT INTO old VALUES (1, 'big', 1);
                ALTER TABLE old ADD CONSTRAINT later CHECK (kind <> 'big' OR n > 1000) NOT VALID;
                CREATE TABLE whole (id int, n int, CONSTRAINT row_check CHECK (whole IS NOT NULL));
                CREATE TABLE raising (id int, word text CHECK (never(word)));
                INSERT INTO raising VALUES (1, 'real');
                CREATE TABLE parent (id int, word text CHECK (md5(word) = '4bca24304861acde5770fdbe3cc2503b'));
                CREATE TABLE child (more int) INHERITS (parent);
                INSERT INTO child VALUES (1, 'real', 1);
                CREATE TABLE constant (id int, CHECK (1 < 2));

                CREATE TABLE counted (id int PRIMARY KEY CHECK (id <= 3000), note text);
                INSERT INTO counted SELECT i FROM generate_series(1, 2000) i;
                CREATE TABLE counted_more (id int PRIMARY KEY, note text);
                INSERT INTO counted_more SELECT i FROM generate_series(-3000, 0) i;
                ALTER TABLE counted_more ADD CONSTRAINT most CHECK (id <= 3000);

                CREATE TABLE domains (id int, f filled, u odd, us odd[]);
                CREATE TABLE generated (id int, name text, short varchar(3) GENERATED ALWAYS AS (name) STORED);
                CREATE TABLE rounded (id int, price numeric, whole int GENERATED ALWAYS AS (price) STORED,
                    CHECK (whole <> 2));
                CREATE TABLE cast_away (id int, name text, n int GENERATED ALWAYS AS (name::int) STORED);
                CREATE TABLE filled_in (id int, name text,
                    n text NOT NULL GENERATED ALWAYS AS (nullif(left(name, 0), '')) STORED);
                CREATE TABLE fine (id int, name text, n int GENERATED ALWAYS AS (length(name)) STORED CHECK (n > 0));
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            single    | []                 | single, constraint single_word_check on word: the fakes do not satisfy CHECK ((md5(word) = '4bca24304861acde5770fdbe3cc2503b'::text)).
            together  | []                 | together, constraint together_check on low, high: the fakes do not satisfy CHECK ((md5(concat(low, '-', high)) = '98c6f2c2287f4c73cea3d40ae7ec3ff2'::text)).
            mixed     | ["id", "kind"]     | mixed, constraint mixed_check on kind, n: the fakes do not satisfy CHECK (((kind <> 'big'::text) OR ((n * n) = 25000000))).
            child     | []                 | child, constraint parent_word_check on word: the fakes do not satisfy CHECK ((md5(word) = '4bca24304861acde5770fdbe3cc2503b'::text)).
            rounded   | {"fake": {"price": {"value": 1.6}}} | rounded, constraint rounded_whole_check on whole: the fakes do not satisfy CHECK ((whole <> 2)).
            generated | []                 | generated.short: it cannot be computed from the fakes of name.
            filled_in | []                 | filled_in.n: it cannot be computed from the fakes of name.
            """)
    void a_constraint_that_fakes_do_not_satisfy_is_named(String table, String entry, String problem) {
        assertThat(database.refusal("{\"" + table + "\": " + entry + "}")).isEqualTo("- " + problem + " " + REMEDY);
    }

    @Test
    void constraints_may_leave_too_few_values() {
        assertThat(database.refusal("{\"counted_more\": []}")).isEqualTo("""
                - counted_more, constraint most on id: the fakes do not satisfy CHECK ((id <= 3000)). Keep the columns, \
                or name a generator that fits under "fake".
                - counted_more.id: it must be unique, but its constraints leave no more than 3000 different values, and \
                the table has more rows. Keep the column, or loosen its constraints.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            raising   | raising, constraint raising_word_check on word: the fakes do not satisfy CHECK (public.never(word)). | a function of the database raised an error (SQLSTATE P0001)
            cast_away | cast_away.n: it cannot be computed from the fakes of name. | the server refused it (SQLSTATE 22P02)
            """)
    void an_expression_that_fails_on_fakes_is_named_without_a_value(String table, String problem, String reason) {
        assertThat(database.refusal("{\"" + table + "\": []}"))
                .isEqualTo("- " + problem + " " + REMEDY + " (PostgreSQL: " + reason + ")");
    }

    @Test
    void domains_are_proven_at_any_depth() {
        assertThat(database.refusal("{\"domains\": {\"fake\": {\"f\": \"null\"}}}"))
                .isEqualTo("""
                - domains.f: NULL does not satisfy the constraints of its type public.filled: filled_check CHECK ((VALUE IS \
                NOT NULL)). Keep the columns, or name a generator that fits under "fake". (PostgreSQL: the server refused \
                it (SQLSTATE 23514, schema public, type filled, constraint filled_check))
                - domains.u: the fakes do not satisfy the constraints of its type public.odd: odd_check CHECK \
                ((md5(VALUE) = 'x'::text)). Keep the columns, or name a generator that fits under "fake". (PostgreSQL: the \
                server refused it (SQLSTATE 23514, schema public, type odd, constraint odd_check))""");
    }

    @Test
    void a_check_of_the_whole_row_is_refused() {
        assertThat(database.refusal("{\"whole\": [\"id\"]}")).isEqualTo("""
                - whole, constraint row_check on id, n: it reads the whole row, which this version cannot prove. Keep all \
                columns.""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"single\": [\"word\"]}",
                "{\"together\": [\"low\", \"high\"]}",
                "{\"maybe\": [\"id\"]}",
                "{\"mixed\": [\"kind\", \"n\"]}",
                "{\"mixed_well\": [\"kind\"]}",
                "{\"old\": [\"kind\"]}",
                "{\"constant\": []}",
                "{\"counted\": []}",
                "{\"whole\": [\"id\", \"n\"]}",
                "{\"rounded\": {\"fake\": {\"price\": {\"value\": 1.4}}}}",
                "{\"fine\": []}"
            })
    void what_the_database_confirms_is_accepted(String allowList) {
        assertThatCode(() -> database.plan(allowList)).doesNotThrowAnyException();
    }

    @Test
    void every_problem_is_reported_at_once() {
        assertThat(database.refusal("{\"single\": [], \"together\": [], \"generated\": []}")
                        .lines())
                .hasSize(3)
                .allMatch(line -> line.endsWith(REMEDY));
    }
}
