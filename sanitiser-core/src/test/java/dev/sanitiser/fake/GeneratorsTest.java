package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorsTest {

    private static final Generators GENERATORS = Generators.standard();
    private static final int ROWS = 1_000;

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create().run("""
                        CREATE EXTENSION citext;
                        CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
                        CREATE DOMAIN mail AS varchar(30) NOT NULL;
                        """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static Stream<Arguments> fits() {
        return Stream.of(
                fit("integer", Map.of(), "int", "v BETWEEN 1 AND 1000", "2147483647"),
                fit("integer", Map.of("min", number(-5), "max", number(5)), "smallint", "v BETWEEN -5 AND 5", "11"),
                fit("integer", Map.of("min", number(5000)), "bigint", "v BETWEEN 5000 AND 6000", "9223372036854770808"),
                fit("integer", Map.of("max", number(9)), "numeric(3,1)", "v BETWEEN 1 AND 9 AND v = trunc(v)", "9"),
                fit("integer", Map.of("max", number(9)), "int[]", "1 <= ALL (v) AND 9 >= ALL (v)", "9"),
                fit("integer", Map.of(), "float4", "v BETWEEN 1 AND 1000", "16777215"),
                fit("integer", Map.of(), "money", "v > 0::money", "1000000000000000"),
                fit("decimal", Map.of(), "numeric(6,3)", "v BETWEEN 0.001 AND 999.999", "999999"),
                fit(
                        "decimal",
                        Map.of("min", decimal("-1.5"), "max", decimal("1.5")),
                        "numeric",
                        "abs(v) <= 1.5 AND scale(v) = 2",
                        "301"),
                fit("decimal", Map.of("max", number(1), "scale", number(4)), "float8", "v > 0 AND v <= 1", "10000"),
                fit("boolean", Map.of(), "bool", "true", "2"),
                fit("word", Map.of(), "text", "v ~ '^[a-z]+$'", "9223372036854775807"),
                fit("word", Map.of(), "varchar(2)", "v ~ '^[a-z]{2}$'", "1296"),
                fit("sentence", Map.of(), "text", "v ~ '^[A-Z][a-z]+( [a-z]+)+[.]$'", "9223372036854775807"),
                fit("sentence", Map.of(), "varchar(10)", "v ~ '^[A-Z][a-z]+[.]$'", "68719476736"),
                fit("sentence", Map.of(), "char(2)", "v ~ '^[A-Z][.]$'", "36"),
                fit("text", Map.of(), "text", "length(v) BETWEEN 20 AND 80", "9223372036854775807"),
                fit(
                        "text",
                        Map.of("minLength", number(300), "maxLength", number(500)),
                        "text",
                        "length(v) BETWEEN 300 AND 500",
                        "9223372036854775807"),
                fit(
                        "text",
                        Map.of("minLength", number(6), "maxLength", number(6)),
                        "varchar(8)",
                        "length(v) = 6 AND v ~ '[.]$'",
                        "2176782336"),
                fit("text", Map.of("maxLength", number(1)), "text", "v ~ '^[a-z]$'", "36"),
                fit("token", Map.of(), "text", "v ~ '^[0-9a-f]{32}$'", "1152921504606846976"),
                fit("token", Map.of("length", number(5)), "varchar(8)", "v ~ '^[0-9a-f]{5}$'", "60466176"),
                fit("token", Map.of("length", number(100)), "citext", "v ~ '^[0-9a-f]{100}$'", "1152921504606846976"),
                fit(
                        "date",
                        Map.of("from", "1999-12-30", "to", "2000-01-02"),
                        "date",
                        "v BETWEEN '1999-12-30' AND '2000-01-02'",
                        "4"),
                fit("date", Map.of(), "timestamptz", "v BETWEEN '2000-01-01' AND '2024-12-31'", "9132"),
                fit(
                        "timestamp",
                        Map.of("from", "2001-02-03T04:05:06.5", "to", "2001-02-03T04:05:09"),
                        "timestamp(0)",
                        "v BETWEEN '2001-02-03 04:05:07' AND '2001-02-03 04:05:09'",
                        "3"),
                fit(
                        "timestamp",
                        Map.of(),
                        "timestamptz",
                        "v BETWEEN '2000-01-01+00' AND '2024-12-31 23:59:59+00'",
                        "789004800"),
                fit("constant", Map.of("value", "n/a"), "text", "v = 'n/a'", "1"),
                fit("constant", Map.of("value", number(7)), "smallint", "v = 7", "1"),
                fit("constant", Map.of("value", true), "bool", "v", "1"),
                fit("constant", Map.of("value", "{\"a\": [1]}"), "jsonb", "v = '{\"a\": [1]}'", "1"),
                fit("constant", Map.of("value", "ok"), "mood", "v = 'ok'", "1"),
                fit("enum", Map.of(), "mood", "true", "3"),
                fit("choice", Map.of("values", List.of("ok", "glad")), "mood", "v IN ('ok', 'glad')", "2"),
                fit("choice", Map.of("values", List.of("it's", "\"so\"")), "text", "v IN ('it''s', '\"so\"')", "2"),
                fit(
                        "email",
                        Map.of(),
                        "text",
                        "v ~ '^[a-z]+[.][a-z]+@example[.](com|org|net)$'",
                        "9223372036854775807"),
                fit(
                        "email",
                        Map.of(),
                        "mail",
                        "length(v) <= 30 AND v ~ '^[a-z]+[.][a-z]+@example[.](com|org|net)$'",
                        "1000000000000"),
                fit("email", Map.of(), "varchar(16)", "v ~ '^[a-z.]{2,4}@example[.](com|org|net)$'", "1000"),
                fit("email", Map.of(), "mail[]", "true", "1000000000000"),
                fit("uuid", Map.of(), "uuid", "v::text ~ '^.{14}4.{4}[89ab]'", "4611686018427387903"),
                fit("uuid", Map.of(), "char(36)", "v ~ '^.{14}4.{4}[89ab]'", "4611686018427387903"),
                fit(
                        "ip",
                        Map.of(),
                        "inet",
                        "v << ANY ('{192.0.2.0/24,198.51.100.0/24,203.0.113.0/24}'::inet[])",
                        "9223372036854775807"),
                fit("ip", Map.of("version", number(6)), "text", "v::inet << '2001:db8::/32'", "9223372036854775807"),
                fit(
                        "ip",
                        Map.of("version", number(4)),
                        "varchar(15)",
                        "v ~ '^(192.0.2|198.51.100|203.0.113)[.]'",
                        "762"));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void values_obey_their_parameters_and_unique_ones_differ(
            String generator, Map<String, Object> parameters, String type, String condition, BigInteger capacity) {
        FakedTable table = tableOf(type);
        Fake plain = fake(generator, parameters, table, false);
        Fake unique = fake(generator, parameters, table, true);

        table.insert(1, ROWS, column -> Optional.of(plain));
        long distinct =
                table.distinctTexts(capacity.min(BigInteger.valueOf(ROWS)).longValueExact(), unique);

        assertThat(database.query("SELECT count(*) FROM generated WHERE " + condition))
                .containsExactly(Integer.toString(ROWS));
        assertThat(unique.distinctValues()).isEqualTo(capacity);
        assertThat(distinct).isEqualTo(capacity.min(BigInteger.valueOf(ROWS)).longValueExact());
    }

    @Test
    void a_generator_of_the_callers_own_joins_the_others() {
        Generator shout = new Generator() {
            @Override
            public String name() {
                return "shout";
            }

            @Override
            public Outcome generate(GeneratorContext context) {
                return Outcome.fits(new Fake(name(), context.lane().pick(List.of("HEY", "HO")), BigInteger.ONE));
            }
        };
        Generators more = GENERATORS.with(shout);
        FakedTable table = tableOf("mail");

        Outcome outcome = more.fake(
                "shout", Map.of(), new FakeRequest(table.column("v").type(), false, 1, 2), FakedTable.ORDINAL);

        assertThat(more.names()).contains("shout", "email");
        assertThat(GENERATORS.names()).doesNotContain("shout");
        assertThat(table.query(3, fakeOf(outcome).value())).isSubsetOf("HEY", "HO");
    }

    private static FakedTable tableOf(String type) {
        database.run("DROP TABLE IF EXISTS generated; CREATE TABLE generated (v " + type + ")");
        return FakedTable.of(database, "generated");
    }

    private static Fake fake(String generator, Map<String, Object> parameters, FakedTable table, boolean unique) {
        FakeRequest request = new FakeRequest(table.column("v").type(), unique, 1, 2);
        return fakeOf(GENERATORS.fake(generator, parameters, request, FakedTable.ORDINAL));
    }

    private static Fake fakeOf(Outcome outcome) {
        return outcome.match(Outcome.Fits::fake, rejected -> {
            throw new AssertionError(rejected.problems());
        });
    }

    private static Arguments fit(
            String generator, Map<String, Object> parameters, String type, String condition, String capacity) {
        return Arguments.of(generator, parameters, type, condition, new BigInteger(capacity));
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }
}
