package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all generators promise, tried with each of them in columns of many types. */
class EveryGeneratorTest {

    private static final long ROWS = 300;
    private static final long UNIQUE_ROWS = 2_100;

    private static final List<String> TYPES = List.of(
            "text",
            "varchar(3)",
            "varchar(5)",
            "varchar(8)",
            "varchar(11)",
            "varchar(16)",
            "varchar(20)",
            "varchar(24)",
            "varchar(30)",
            "varchar(36)",
            "varchar(60)",
            "varchar(100)",
            "char(2)",
            "char(3)",
            "name",
            "citext",
            "int2",
            "int4",
            "int8",
            "numeric",
            "numeric(4,1)",
            "numeric(9,6)",
            "float8",
            "date",
            "timestamp",
            "timestamptz(0)",
            "inet",
            "macaddr",
            "uuid",
            "point",
            "bool",
            "code",
            "text[]");

    private static TestDatabase database;
    private static FakedTable table;

    @BeforeAll
    static void create() {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < TYPES.size(); i++) {
            columns.append(i == 0 ? "" : ", ").append("c").append(i).append(" ").append(TYPES.get(i));
        }
        database = TestDatabase.create()
                .run("CREATE EXTENSION citext; CREATE DOMAIN code AS varchar(25) NOT NULL;"
                        + " CREATE TABLE every_type (" + columns + ");"
                        + " CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level1-ka-shifted',"
                        + " deterministic = false)");
        table = FakedTable.of(database, "every_type");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static Stream<String> generators() {
        return Generators.standard().names().stream()
                .filter(name ->
                        !List.of("choice", "constant", "pattern", "enum").contains(name));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void values_fit_every_type_that_a_generator_accepts(String generator) {
        database.run("TRUNCATE every_type");

        table.insert(
                1,
                ROWS,
                column -> fake(Generators.standard(), generator, column, false)
                        .or(() -> column.notNull() || isCode(column)
                                ? Fakes.typeFake(request(column, false), FakedTable.ORDINAL)
                                : Optional.empty()));

        assertThat(table.relation().columns())
                .anyMatch(column ->
                        fake(Generators.standard(), generator, column, false).isPresent());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void unique_values_differ_under_every_collation(String generator) {
        Map<String, Fake> fakes = new LinkedHashMap<>();
        for (Column column : table.relation().columns()) {
            fake(Generators.standard(), generator, column, true)
                    .ifPresent(fake -> fakes.put(column.type().formatted(), fake));
        }

        assertThat(table.repeated(fakes, UNIQUE_ROWS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"en-US", "de-DE", "de", "fr", "ja", "zh", "ru", "pl", "he", "ar", "pt-BR", "sv", "vi", "el"})
    void every_generator_knows_every_locale(String tag) {
        Generators generators = Generators.standard().withLocale(Locale.forLanguageTag(tag));
        database.run("TRUNCATE every_type");

        generators().forEach(generator -> {
            table.insert(
                    1,
                    50,
                    column -> column.name().equals("c0") || column.name().equals("c8")
                            ? fake(generators, generator, column, true)
                            : isCode(column)
                                    ? Fakes.typeFake(request(column, false), FakedTable.ORDINAL)
                                    : Optional.empty());
        });

        assertThat(database.query("SELECT count(*) > 1000 FROM every_type")).containsExactly("t");
    }

    @Test
    void an_unknown_locale_is_refused() {
        assertThat(catchThrowable(() -> Generators.standard().withLocale(Locale.forLanguageTag("eo"))))
                .hasMessage(
                        "there are no fakes in the locale \"eo\"; its language must be one of ar, be, bg, ca, cs, da,"
                                + " de, el, en, es, et, fa, fi, fr, he, hr, hu, hy, id, it, ja, ka, ko, lv, mk, nb, nl, no, pl,"
                                + " pt, ro, ru, sk, sq, sv, ta, th, tr, uk, uz, vi, zh");
    }

    private static boolean isCode(Column column) {
        return column.type().formatted().contains("code");
    }

    private static FakeRequest request(Column column, boolean unique) {
        return new FakeRequest(column.type(), unique, column.number(), 2);
    }

    private static Optional<Fake> fake(Generators generators, String generator, Column column, boolean unique) {
        return generators
                .fake(generator, Map.of(), request(column, unique), FakedTable.ORDINAL)
                .match(fits -> Optional.of(fits.fake()), rejected -> Optional.empty());
    }
}
