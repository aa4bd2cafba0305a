package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.TestDatabase;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

    private static final int ROWS = 500;

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create()
                .run("CREATE EXTENSION citext; CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');"
                        + " CREATE DOMAIN mail AS varchar(30) NOT NULL");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "#{lorem.sentence} | text | v ~ '^[A-Z].*[.]$'",
                "#{Name.first_name} | varchar(5) | length(v) <= 5",
                "#{number.numberBetween '5','9'} | int | v BETWEEN 5 AND 8",
                "#{number.randomDouble '2','1','9'} | numeric(4,2) | v BETWEEN 1 AND 9",
                "#{options.option 'ok','glad'} | mood | v <> 'sad'",
                "#{bool.bool} | bool | v IN (true, false)",
                "X-#{numerify '###'}/#{letterify '??','true'} | text | v ~ '^X-[0-9]{3}/[A-Z]{2}$'",
                "#{regexify '[a-c]{3}'} | char(3) | v ~ '^[a-c]{3}$'",
                "#{internet.uuid} | uuid | v IS NOT NULL",
                "#{internet.ipV4Address} | inet | family(v) = 4",
                "#{internet.macAddress} | macaddr | v IS NOT NULL",
                "#{address.city} | mail | length(v) <= 30",
                "#{color.name} | text[] | array_length(v, 1) BETWEEN 1 AND 3",
                "it''s #{options.option 'a''b'} | citext | v = 'it''''s a''b'",
                "#{templatify 'a-z','z','1','2'} | text | v IN ('a-1', 'a-2')",
                "2024-01-#{options.option '01','30','31'} | date | v >= '2024-01-01'",
                "[#{number.digit}] | jsonb | jsonb_typeof(v) = 'array'",
            })
    void values_come_from_datafaker_and_fit_their_column(String expression, String type, String condition) {
        FakedTable table = tableOf(type);
        Fake fake = fake(expression, table, false);

        table.insert(1, ROWS, column -> Optional.of(fake));

        assertThat(database.query("SELECT v FROM generated WHERE (" + condition + ") IS NOT TRUE LIMIT 3"))
                .isEmpty();
        assertThat(fake.generator()).isEqualTo(expression);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "#{name.firstName} | text | 9223372036854775807",
                "#{options.option 'red','green'} | varchar(20) | 1000000000000",
                "#{options.option 'red','Red','green'} | varchar(6) | 2",
                "#{numerify '##'} | text | 100",
                "#{number.numberBetween '1','11'} | int | 10",
            })
    void unique_values_are_counted(String expression, String type, BigInteger count) {
        FakedTable table = tableOf(type);

        Fake fake = fake(expression, table, true);

        long rows = count.min(BigInteger.valueOf(ROWS)).longValueExact();
        assertThat(fake.distinctValues()).isEqualTo(count);
        assertThat(table.distinctTexts(rows, fake)).isEqualTo(rows);
    }

    @Test
    void an_expression_gives_the_same_values_every_time() {
        FakedTable table = tableOf("text");

        assertThat(table.query(
                        3,
                        fake("#{address.city} #{numerify '##'}", table, false).value()))
                .containsExactly("Port Justa 41", "Port Kevin 15", "Port Buenafurt 93");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "#{adress.city} | Datafaker has no provider \"adress\"; there are address",
                "#{address.cty} | provider \"address\" has no method \"cty\"",
                "#{address.city 'x'} | \"address.city\" does not take these arguments",
                "#{number.numberBetween 'a','b'} | \"number.numberBetween\" does not take these arguments",
                "#{numerify} | \"numerify\" does not take no arguments",
                "#{address.city | expected #{provider.method} or #{provider.method 'argument','argument'}",
                "#{address.city x} | expected #{provider.method} or #{provider.method 'argument','argument'}",
                "#{timeAndDate.birthday} | \"timeAndDate.birthday\" does not give the same values in every run",
                "#{money.currency} | Datafaker has no provider \"money\"; there are moneyHeist, mood",
                "#{addUrl 'en','file:///etc/passwd'} | \"addUrl\" is no function; expected one of bothify, examplify,"
                        + " letterify, numerify, regexify, templatify, or provider.method",
                "#{expression '#{addUrl ''en'',''file:///etc/passwd''}'} | \"expression\" is no function; expected one of"
                        + " bothify, examplify, letterify, numerify, regexify, templatify, or provider.method",
                "#{fakeValuesService.addUrl 'en','file:///etc/passwd'} | Datafaker has no provider"
                        + " \"fakeValuesService\"; there are",
                "#{getClass.forName 'java.lang.Runtime'} | Datafaker has no provider \"getClass\"; there are gender",
                "#{address.getClass} | provider \"address\" has no method \"getClass\"",
                "#{address.getFaker} | provider \"address\" has no method \"getFaker\"",
                "#{unique.fetchFromYaml 'name.first_name'} | Datafaker has no provider \"unique\"",
            })
    void what_it_may_not_call_is_rejected(String expression, String reason) {
        Outcome outcome =
                Generators.standard().expression(expression, request(tableOf("text"), false), FakedTable.ORDINAL);

        assertThat(problems(outcome)).singleElement().asString().startsWith("expression \"" + expression + "\": ");
        assertThat(problems(outcome).get(0)).contains(": " + reason);
    }

    @Test
    void what_does_not_fit_is_rejected() {
        Outcome outcome = Generators.standard()
                .expression("#{lorem.sentence}", request(tableOf("int"), false), FakedTable.ORDINAL);

        assertThat(problems(outcome))
                .containsExactly("expression \"#{lorem.sentence}\" makes no value that type integer holds");
    }

    @Test
    void what_a_call_returns_is_not_evaluated_again() {
        FakedTable table = tableOf("text");
        Fake fake = fake("#{options.option '#{name.firstName}'}", table, false);

        assertThat(table.query(1, fake.value())).containsExactly("#{name.firstName}");
    }

    private static FakedTable tableOf(String type) {
        database.run("DROP TABLE IF EXISTS generated; CREATE TABLE generated (v " + type + ")");
        return FakedTable.of(database, "generated");
    }

    private static FakeRequest request(FakedTable table, boolean unique) {
        return new FakeRequest(table.column("v").type(), unique, 1, 2);
    }

    private static Fake fake(String expression, FakedTable table, boolean unique) {
        return Generators.standard()
                .expression(expression, request(table, unique), FakedTable.ORDINAL)
                .match(Outcome.Fits::fake, rejected -> {
                    throw new AssertionError(rejected.problems());
                });
    }

    private static List<String> problems(Outcome outcome) {
        return outcome.match(fits -> List.of(), Outcome.Rejected::problems);
    }
}
