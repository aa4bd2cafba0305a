package dev.sanitiser.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.testing.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PostgreSQL's counts tell of columns whose names tell nothing. */
class ContentTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
        'user' || n || '@mail.example' => e-mail addresses
        '+44 20 7946 ' || to_char(n, 'FM0000') => phone numbers
        '4111 1111 1111 1111' => card numbers
        'GB82 WEST 1234 5698 7654 32' => IBANs
        'de89370400440532013000' => IBANs
        '10.0.0.' || n => IP addresses
        '2001:db8::' || n => IP addresses
        '08:00:2b:01:02:' || n % 10 || '3' => MAC addresses
        'https://bob:pw' || n || '@x.example/' => URLs with credentials
        'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJib2IifQ.x' => JSON web tokens
        md5(n::text) => hashes
        encode(sha256(n::text::bytea), 'hex') => hashes
        '$2b$12$' || repeat('x', 53) => password hashes
        '$argon2id$v=19$m=65536' => password hashes
        'AKIAIOSFODNN7EXAMPLE' => keys of services or private keys
        E'-----BEGIN RSA PRIVATE KEY-----\\nx' => keys of services or private keys
        substr(encode(sha256(n::text::bytea), 'base64'), 1, 30) => random keys or tokens
        'SW1A ' || n % 10 || 'AA' => postcodes
        'Maria Schmidt' => names of people
        """)
    void recognises_what_all_values_look_like(String value, String what) {
        assertThat(verdict("text", value)).isEqualTo("personal by content: all of 50 values look like " + what);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
        'GB82 WEST 1234 5698 7654 33' => undecided: text may hold anything
        '4111 1111 1111 1112' => undecided: text may hold anything
        'x' || n => undecided: text may hold anything
        'how-to-bake-bread-in-12-steps' => undecided: text may hold anything
        repeat('x', 100000) => undecided: text may hold anything
        NULL => undecided: text may hold anything
        '' => undecided: text may hold anything
        """)
    void says_nothing_of_other_texts(String value, String verdict) {
        assertThat(verdict("text", value)).isEqualTo(verdict);
    }

    @Test
    void finds_a_few_personal_values_and_looks_into_documents() {
        assertThat(verdict("text", "CASE WHEN n = 7 THEN 'ann@mail.example' ELSE 'x' END"))
                .isEqualTo("personal by content: 2 % of 50 values look like e-mail addresses");
        assertThat(verdict("jsonb", "jsonb_build_object('a', ARRAY['ann@mail.example'])"))
                .isEqualTo("personal by content: all of 50 values look like e-mail addresses");
        assertThat(verdict("text[]", "ARRAY['ann@mail.example']"))
                .isEqualTo("personal by content: all of 50 values look like e-mail addresses");
    }

    @Test
    void turns_down_what_would_be_safe_by_its_type() {
        assertThat(verdict("bigint", "4111111111111111", "quantity"))
                .isEqualTo("personal by content: all of 50 values look like card numbers");
        assertThat(verdict("numeric(20,2)", "4111111111111111", "price"))
                .isEqualTo("personal by content: all of 50 values look like card numbers");
        assertThat(verdict("date", "date '1950-01-01' + n * 365", "created_date"))
                .isEqualTo("personal by content: all of 50 values look like dates of birth");
        assertThat(verdict("timestamptz", "timestamptz '1950-01-01' + n * interval '1 year'", "at"))
                .isEqualTo("personal by content: all of 50 values look like dates of birth");
        assertThat(verdict("text CHECK (status IN ('ann@mail.example'))", "'ann@mail.example'", "status"))
                .isEqualTo("personal by content: all of 50 values look like e-mail addresses");
    }

    @Test
    void keeps_codes_that_repeat() {
        assertThat(verdict("text", "(ARRAY['open', 'paid', 'sent'])[n % 3 + 1]", "order_status"))
                .isEqualTo("safe by content: named like a code, with 3 different values in 50 rows");
        assertThat(verdict("text", "'s' || n", "order_status")).isEqualTo("undecided: text may hold anything");
        assertThat(verdict("text", "(ARRAY['open', 'paid', 'sent'])[n % 3 + 1]", "anything"))
                .isEqualTo("undecided: text may hold anything");
    }

    /** Values at the ends of their types' ranges, which casts and arithmetic would refuse. */
    @Test
    void fails_on_no_value() {
        assertThat(verdict(
                        "date", "(ARRAY[date 'infinity', '-infinity', '5874897-12-31', '4713-01-01 BC'])[n % 4 + 1]"))
                .isEqualTo("undecided: a date, and its name tells of no event");
        assertThat(verdict(
                        "timestamp",
                        "(ARRAY[timestamp 'infinity', '-infinity', '294276-01-01', '4713-01-01 BC'])[n % 4 + 1]"))
                .isEqualTo("safe by type: a point in time that the name links with nobody's life");
        assertThat(verdict("numeric", "(ARRAY['NaN', 'Infinity', 1e1000, 1e-1000, -1])[n % 5 + 1]", "price"))
                .isEqualTo("safe by type: its name is that of a price");
        assertThat(verdict("bigint", "(ARRAY[9223372036854775807, -9223372036854775808])[n % 2 + 1]", "quantity"))
                .isEqualTo("safe by type: its name is that of a quantity");
        assertThat(
                        verdict(
                                "text",
                                "(ARRAY[E'\\x01', '\\', '[', '(?', U&'\\+01F600', repeat('9', 5000), 'GB00' || repeat('Z', 30)])[n % 7 + 1]"))
                .isEqualTo("undecided: text may hold anything");
    }

    @Test
    void says_why_a_table_was_judged_by_names_and_types() {
        try (TestDatabase database = TestDatabase.create().run("""
                CREATE TABLE nothing (f text);
                CREATE TABLE slow (f text);
                INSERT INTO slow SELECT repeat('x ', 20000) || n FROM generate_series(1, 4000) AS n;
                """)) {
            assertThat(note(database, "nothing", DraftOptions.defaults())).contains("it has no rows");
            assertThat(note(database, "slow", hurried())).contains("counting took longer than 1 ms");
            assertThat(note(database, "slow", DraftOptions.defaults().withSampleRowCount(0)))
                    .contains("rows were not asked for");
        }
    }

    private static DraftOptions hurried() {
        return new DraftOptions(
                Set.of(), Set.of(), DraftOptions.Suggestion.SAFE, DraftOptions.USUAL_SAMPLE, Duration.ofMillis(1));
    }

    private static Optional<String> note(TestDatabase database, String table, DraftOptions options) {
        return Sanitiser.draft(database.dataSource(), options).tables().stream()
                .filter(t -> t.name().name().equals(table))
                .findFirst()
                .orElseThrow()
                .contentNote();
    }

    private static String verdict(String type, String value) {
        return verdict(type, value, "f");
    }

    private static String verdict(String type, String value, String column) {
        try (TestDatabase database = TestDatabase.create()
                .run("CREATE TABLE t (" + column + " " + type + ");" + "INSERT INTO t SELECT " + value
                        + " FROM generate_series(1, 50) AS n")) {
            Verdict verdict = Sanitiser.draft(database.dataSource(), DraftOptions.defaults())
                    .tables()
                    .get(0)
                    .columns()
                    .get(0)
                    .verdict();
            return verdict.kind().label() + ": " + verdict.reason();
        }
    }
}
