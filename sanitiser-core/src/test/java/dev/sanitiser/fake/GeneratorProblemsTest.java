package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorProblemsTest {

    private static final Generators GENERATORS = Generators.standard();

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create().run("CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad')");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                problem("emial", Map.of(), "text", "there is no generator \"emial\""),
                problem(
                        "uuid",
                        Map.of("version", number(7)),
                        "uuid",
                        "generator \"uuid\" takes no parameters; remove \"version\""),
                problem(
                        "integer",
                        Map.of("mn", number(1)),
                        "int",
                        "generator \"integer\" has no parameter \"mn\"; it has \"min\", \"max\""),
                problem(
                        "integer",
                        Map.of("min", "1"),
                        "int",
                        "\"min\" of generator \"integer\" must be a whole number within the range of bigint"),
                problem(
                        "integer",
                        Map.of("min", decimal("1.5")),
                        "int",
                        "\"min\" of generator \"integer\" must be a whole number within the range of bigint"),
                problem(
                        "integer",
                        Map.of("min", number(9), "max", number(5)),
                        "int",
                        "\"min\" (9) of generator \"integer\" is above \"max\" (5)"),
                problem(
                        "integer",
                        Map.of("max", number(40000)),
                        "smallint",
                        "generator \"integer\" makes values up to 40000, but type smallint holds 32767 at most; lower \"max\""),
                problem(
                        "integer",
                        Map.of("min", number(-1)),
                        "oid",
                        "generator \"integer\" makes values down to -1, but type oid holds 0 at least; raise \"min\""),
                problem(
                        "integer",
                        Map.of("min", number(Long.MIN_VALUE), "max", number(Long.MAX_VALUE)),
                        "bigint",
                        "\"min\" and \"max\" of generator \"integer\" are too far from zero or from each other; bring them nearer"),
                problem(
                        "integer",
                        Map.of(),
                        "date[]",
                        "generator \"integer\" makes whole numbers, which type date[] does not hold"),
                problem(
                        "integer",
                        Map.of(),
                        "numeric(3,-2)",
                        "generator \"integer\" makes whole numbers, which type numeric(3,-2) does not hold"),
                problem(
                        "decimal",
                        Map.of(),
                        "int",
                        "generator \"decimal\" makes numbers with a fraction, which type integer does not hold"),
                problem(
                        "decimal",
                        Map.of("scale", number(3)),
                        "numeric(5,2)",
                        "\"scale\" of generator \"decimal\" must be from 0 to 2 for type numeric(5,2)"),
                problem(
                        "decimal",
                        Map.of("max", number(1000)),
                        "numeric(5,2)",
                        "generator \"decimal\" makes values up to 1000, but type numeric(5,2) holds 999.99 at most; lower \"max\""),
                problem(
                        "decimal",
                        Map.of("min", decimal("0.1"), "max", decimal("0.2"), "scale", number(0)),
                        "numeric",
                        "no number with 0 fraction digits lies between \"min\" and \"max\" of generator \"decimal\""),
                problem(
                        "boolean",
                        Map.of(),
                        "text",
                        "generator \"boolean\" makes true and false, which type text does not hold"),
                problem("word", Map.of(), "int", "generator \"word\" makes strings, which type integer does not hold"),
                problem(
                        "sentence",
                        Map.of(),
                        "varchar(1)",
                        "generator \"sentence\" needs 2 characters; type character varying(1) holds 1"),
                problem(
                        "text",
                        Map.of("minLength", number(9), "maxLength", number(8)),
                        "text",
                        "\"minLength\" (9) of generator \"text\" is above \"maxLength\" (8)"),
                problem(
                        "text",
                        Map.of("maxLength", number(9)),
                        "varchar(8)",
                        "generator \"text\" makes up to 9 characters; type character varying(8) holds 8"),
                problem(
                        "text",
                        Map.of("minLength", number(0)),
                        "text",
                        "\"minLength\" of generator \"text\" must be at least 1"),
                problem(
                        "token",
                        Map.of("length", number(0)),
                        "text",
                        "\"length\" of generator \"token\" must be from 1 to 256"),
                problem(
                        "token",
                        Map.of("length", number(9)),
                        "char(8)",
                        "generator \"token\" needs 9 characters; type character(8) holds 8"),
                problem(
                        "email",
                        Map.of(),
                        "varchar(10)",
                        "generator \"email\" needs 14 characters; type character varying(10) holds 10"),
                problem(
                        "uuid",
                        Map.of(),
                        "varchar(32)",
                        "generator \"uuid\" needs 36 characters; type character varying(32) holds 32"),
                problem("ip", Map.of("version", number(5)), "inet", "\"version\" of generator \"ip\" must be 4 or 6"),
                problem(
                        "date",
                        Map.of("from", "31.12.2001"),
                        "date",
                        "\"from\" of generator \"date\" must be a date such as \"2001-12-31\""),
                problem(
                        "date",
                        Map.of("from", "2002-01-01", "to", "2001-01-01"),
                        "date",
                        "\"from\" (2002-01-01) of generator \"date\" is above \"to\" (2001-01-01)"),
                problem(
                        "timestamp",
                        Map.of(),
                        "date",
                        "generator \"timestamp\" makes dates with a time, which type date does not hold"),
                problem("constant", Map.of(), "text", "generator \"constant\" needs \"value\""),
                problem(
                        "constant",
                        Map.of("value", "x"),
                        "int",
                        "type integer does not hold the \"value\" of generator \"constant\""),
                problem(
                        "constant",
                        Map.of("value", "{"),
                        "jsonb",
                        "type jsonb does not hold the \"value\" of generator \"constant\""),
                problem(
                        "enum",
                        Map.of(),
                        "text",
                        "generator \"enum\" makes labels of an enum, which type text does not hold"),
                problem(
                        "choice",
                        Map.of("values", List.of()),
                        "text",
                        "\"values\" of generator \"choice\" must be a list of strings"),
                problem(
                        "choice",
                        Map.of("values", List.of("bad", "ok")),
                        "mood",
                        "enum public.mood has no label \"bad\""));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void what_does_not_fit_is_said(String generator, Map<String, Object> parameters, String type, String problem) {
        FakedTable table = tableOf(type);
        Column column = table.column("v");

        Outcome outcome =
                GENERATORS.fake(generator, parameters, new FakeRequest(column.type(), false, 1, 2), FakedTable.ORDINAL);

        assertThat(outcome).isEqualTo(Outcome.rejected(problem));
    }

    @Test
    void all_problems_of_the_parameters_are_said_at_once() {
        Column column = tableOf("int").column("v");

        Outcome outcome = GENERATORS.fake(
                "integer",
                new TreeMap<>(Map.of("a", true, "max", "x")),
                new FakeRequest(column.type(), false, 1, 2),
                FakedTable.ORDINAL);

        assertThat(outcome)
                .isEqualTo(Outcome.rejected(
                        "generator \"integer\" has no parameter \"a\"; it has \"min\", \"max\"",
                        "\"max\" of generator \"integer\" must be a whole number within the range of bigint"));
    }

    private static FakedTable tableOf(String type) {
        database.run("DROP TABLE IF EXISTS generated; CREATE TABLE generated (v " + type + ")");
        return FakedTable.of(database, "generated");
    }

    private static Arguments problem(String generator, Map<String, Object> parameters, String type, String problem) {
        return Arguments.of(generator, parameters, type, problem);
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }
}
