package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratorListTest {

    private static final List<String> WITH_REQUIRED_PARAMETERS = List.of("choice", "constant", "pattern", "enum");

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void the_documentation_lists_what_there_is() throws IOException {
        String documentation = Files.readString(Path.of("..", "docs", "generators.md"));

        assertThat(documentation.lines().filter(line -> line.startsWith("| `")))
                .containsAll(Generators.standard().descriptions().stream()
                        .map(GeneratorListTest::row)
                        .toList());
    }

    private static String row(GeneratorDescription generator) {
        String parameters = generator.parameters().stream()
                .map(parameter -> "`" + parameter.name() + "`")
                .collect(Collectors.joining(", "));
        return "| `" + generator.name() + "` | " + generator.makes() + " | " + String.join(", ", generator.types())
                + " | " + (parameters.isEmpty() ? "" : parameters + " ") + "| "
                + generator.example().map(example -> "`" + example + "`").orElse("") + " |";
    }

    @Test
    void every_generator_says_what_it_makes_and_shows_it() {
        assertThat(Generators.standard().descriptions())
                .hasSameSizeAs(Generators.standard().names())
                .allSatisfy(generator -> {
                    assertThat(generator.makes()).isNotEmpty();
                    assertThat(generator.types()).isNotEmpty();
                    assertThat(generator.example()).isPresent();
                });
    }

    @Test
    void examples_read_as_values_of_the_generators_kind() {
        database.run("CREATE TABLE kinds (text text, smallint smallint, boolean boolean, date date,"
                + " timestamp timestamp, uuid uuid, inet inet, macaddr macaddr, \"double precision\" float8,"
                + " bigint bigint, numeric numeric)");
        FakedTable table = FakedTable.of(database, "kinds");

        assertThat(Generators.standard().descriptions()).allSatisfy(generator -> {
            if (!WITH_REQUIRED_PARAMETERS.contains(generator.name())) {
                String example = generator.example().orElseThrow();
                assertThat(shapes(table, generator.name())).contains(shape(example));
            }
        });
    }

    /** What the values of one generator look like, whatever their letters and digits. */
    private static List<String> shapes(FakedTable table, String generator) {
        return table.relation().columns().stream()
                .flatMap(column -> Generators.standard()
                        .fake(generator, Map.of(), new FakeRequest(column.type(), false, 1, 2), FakedTable.ORDINAL)
                        .match(fits -> Optional.of(fits.fake()), rejected -> Optional.<Fake>empty())
                        .stream())
                .flatMap(fake -> table.query(8_000, Sql.text(fake.value())).stream())
                .map(GeneratorListTest::shape)
                .distinct()
                .toList();
    }

    private static String shape(String value) {
        return value.replaceAll("[\\p{L}\\p{N}]+", "x");
    }

    @Test
    void examples_are_of_the_locale_and_of_one_person_and_place() {
        assertThat(germanExample("full-name"))
                .isEqualTo(germanExample("given-name") + " " + germanExample("family-name"));
        assertThat(germanExample("country")).isEqualTo("Germany");
        assertThat(germanExample("phone")).startsWith("+49 ");
    }

    private static String germanExample(String generator) {
        return Generators.standard().withLocale(Locale.GERMANY).descriptions().stream()
                .filter(description -> description.name().equals(generator))
                .findFirst()
                .flatMap(GeneratorDescription::example)
                .orElseThrow();
    }

    @Test
    void what_fits_a_column_does_not_depend_on_the_columns_before() {
        database.run("CREATE TABLE phones (long varchar(40), short varchar(11))");
        FakedTable table = FakedTable.of(database, "phones");
        Generators generators = Generators.standard().withLocale(Locale.forLanguageTag("en-AU"));

        assertThat(table.relation().columns())
                .extracting(column -> generators
                        .fake("phone", Map.of(), new FakeRequest(column.type(), false, 1, 2), FakedTable.ORDINAL)
                        .match(fits -> "fits", rejected -> "rejected"))
                .containsExactly("fits", "fits");
    }

    @Test
    void a_generator_of_the_class_path_is_found_by_those_who_ask() {
        assertThat(Generators.discovered().names()).contains("loyalty-number");
        assertThat(Generators.standard().names()).doesNotContain("loyalty-number");
        assertThat(Generators.discovered().descriptions())
                .filteredOn(description -> description.name().equals("loyalty-number"))
                .singleElement()
                .isEqualTo(new GeneratorDescription(
                        "loyalty-number",
                        "L and nine digits",
                        List.of("strings of 10 characters or more"),
                        List.of(),
                        Optional.of("L000000017")));
    }

    @Test
    void a_discovered_generator_makes_unique_values() {
        database.run("CREATE TABLE cards (v varchar(10))");
        FakedTable table = FakedTable.of(database, "cards");

        Outcome outcome = Generators.discovered()
                .fake(
                        "loyalty-number",
                        Map.of(),
                        new FakeRequest(table.column("v").type(), true, 1, 2),
                        FakedTable.ORDINAL);

        Fake fake = outcome.match(Outcome.Fits::fake, rejected -> {
            throw new AssertionError(rejected.problems());
        });
        assertThat(table.query(3, fake.value())).containsExactly("L000000001", "L000000002", "L000000003");
        assertThat(fake.distinctValues()).isEqualTo(BigInteger.valueOf(999_999_999));
    }

    @Test
    void the_example_of_the_documentation_is_this_one() throws IOException {
        String documentation = Files.readString(Path.of("..", "docs", "generators.md"));
        String source =
                Files.readString(Path.of("src", "test", "java", "dev", "sanitiser", "example", "LoyaltyNumbers.java"));

        assertThat(documentation).contains("```java\n" + source + "```");
    }
}
