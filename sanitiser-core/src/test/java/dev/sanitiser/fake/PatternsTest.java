package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.TestDatabase;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

    private static final int ROWS = 2_000;

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create().run("CREATE EXTENSION citext; CREATE DOMAIN code AS varchar(12)");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z]+$",
                "^[A-Z]{2,3}-[0-9]{4}$",
                "^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$",
                "^\\d{5}(-\\d{4})?$",
                "^(red|green|blue)$",
                "^#[0-9a-fA-F]{6}$",
                "^[[:upper:]][[:lower:]]{2,8}$",
                "^[^@[:space:]]+@[^@[:space:]]+$",
                "^\\w+\\s\\w+$",
                "^https?://[^/]+/.*$",
                "^(?:\\+|00)[1-9][0-9 ]{6,14}$",
                "\\A[-a-z_]+\\Z",
                "^[]x-]+$",
                "^a.c\\.\\u00e9$",
                "^[^a-z]{3}$",
                "^\\D\\W\\S$",
                "(?i)^abc[0-9]+?$",
                "x{2}y{0,1}z{1,}",
                "^\\{[a-f]{8}\\}$",
                "^a{b$",
                "^([0-9]{1,3}\\.){3}[0-9]{1,3}$",
                "^[[:alpha:]_][[:alnum:]_]*$",
                "^[\\d.]+$",
                "\\mword\\M",
                "^$",
                "^[а-я]+$"
            })
    void values_match_their_expression(String regex) {
        FakedTable table = tableOf("text");
        Fake any = fake(regex, table, false);
        Fake unique = fake(regex, table, true);
        long rows = unique.distinctValues().min(BigInteger.valueOf(ROWS)).longValueExact();

        table.insert(1, ROWS, column -> Optional.of(any));
        table.insert(1, rows, column -> Optional.of(unique));

        assertThat(database.query("SELECT v FROM generated WHERE v !~ '" + regex + "' LIMIT 3"))
                .isEmpty();
        assertThat(table.distinctTexts(rows, unique)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^[0-9]{3}$ ; 1000",
                "^[A-Za-z]{2}$ ; 676",
                "^(a|b|c)$ ; 3",
                "^[A-Z]{2}-[0-9]{6}$ ; 676000000",
                "^x-[0-9a-f]+$ ; 1099511627776",
                "^[-._]$ ; 1",
                "^[A-Z]{2}[0-9]*$ ; 6760000000000",
            })
    void unique_values_are_counted(String regex, long count) {
        FakedTable table = tableOf("varchar(16)");

        Fake unique = fake(regex, table, true);

        assertThat(unique.distinctValues()).isEqualTo(count);
        assertThat(table.query(
                        1,
                        DSL.field(
                                "length({0})",
                                Integer.class,
                                ((Outcome.Fits) Generators.matching(
                                                regex, false, request(table, true), DSL.inline(count)))
                                        .fake()
                                        .value())))
                .allSatisfy(length -> assertThat(Integer.parseInt(length)).isBetween(1, 16));
    }

    @Test
    void values_are_as_short_as_the_type_and_stay_different_without_case() {
        FakedTable table = tableOf("code[]");
        Fake unique = fake("^[A-Za-z]+-[0-9]+$", table, true);

        table.insert(1, ROWS, column -> Optional.of(unique));

        assertThat(database.query("SELECT count(DISTINCT lower(v[1])), max(length(v[1])) <= 12 FROM generated"))
                .containsExactly(ROWS + "|t");
    }

    @Test
    void the_generator_takes_an_expression_from_the_list() {
        FakedTable table = tableOf("citext");

        Outcome outcome = Generators.standard()
                .fake("pattern", Map.of("regex", "^[A-Z]{3}$"), request(table, false), FakedTable.ORDINAL);

        assertThat(table.query(5, ((Outcome.Fits) outcome).fake().value()))
                .allSatisfy(value -> assertThat(value).matches("[A-Z]{3}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(?=.*[0-9])a | it uses look-around",
                "(a)\\1 | it uses the escape \\1",
                "[[.hyphen.]] | it uses collating elements",
                "(?x)a b | it uses the options (?x)",
                "***=a | it uses a director prefix",
                "(a | it uses an opening parenthesis without a closing one",
                "a) | it uses a closing parenthesis without an opening one",
                "[a | it ends too early",
                "*a | it uses a quantifier of nothing",
                "[^ -~] | it uses brackets that leave no printable character",
                "a{3,1} | it uses a repetition that PostgreSQL refuses",
                "a{300} | it uses a repetition of more than 255 times",
            })
    void what_cannot_be_made_is_rejected(String regex, String reason) {
        Outcome outcome = Generators.matching(regex, false, request(tableOf("text"), false), FakedTable.ORDINAL);

        assertThat(outcome)
                .isEqualTo(Outcome.rejected(
                        "no values can be made for the regular expression \"" + regex + "\": " + reason));
    }

    @Test
    void what_does_not_fit_is_rejected() {
        assertThat(Generators.matching("^[a-z]{5}$", true, request(tableOf("varchar(4)"), true), FakedTable.ORDINAL))
                .isEqualTo(Outcome.rejected("no value that type character varying(4) holds can be made for the regular"
                        + " expression \"(?i)^[a-z]{5}$\""));
        assertThat(Generators.matching("^[0-9]$", false, request(tableOf("int"), false), FakedTable.ORDINAL))
                .isEqualTo(Outcome.rejected("generator \"pattern\" makes strings, which type integer does not hold"));
    }

    private static FakedTable tableOf(String type) {
        database.run("DROP TABLE IF EXISTS generated; CREATE TABLE generated (v " + type + ")");
        return FakedTable.of(database, "generated");
    }

    private static FakeRequest request(FakedTable table, boolean unique) {
        return new FakeRequest(table.column("v").type(), unique, 1, 2);
    }

    private static Fake fake(String regex, FakedTable table, boolean unique) {
        return Generators.matching(regex, false, request(table, unique), FakedTable.ORDINAL)
                .match(Outcome.Fits::fake, rejected -> {
                    throw new AssertionError(List.copyOf(rejected.problems()));
                });
    }
}
