package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.DumpOptions;
import dev.sanitiser.testing.PlannedDatabase;
import dev.sanitiser.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Datafaker's expressions and the locale of an allow list, all the way into the copy. */
class ListedGeneratorsTest {

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE TABLE customers (id int PRIMARY KEY, first text, last text, mail text, town text, zip text,
                    note varchar(20) NOT NULL);
                INSERT INTO customers SELECT i, 'real', 'real', 'real', 'real', 'real', 'real'
                    FROM generate_series(1, 40) i;
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void rows_are_about_one_person_of_the_locale() {
        String list = """
                {"$options": {"locale": "de-DE"}, "customers": {"keep": ["id"], "fake": {
                    "first": "given-name", "last": "family-name", "mail": "email", "town": "city", "zip": "postcode",
                    "note": "#{options.option 'rot','grün'} #{numerify '##'}"}}}""";
        try (TestDatabase copy = database.copy(list, DumpOptions.defaults())) {
            assertThat(copy.query("SELECT count(*) FROM customers WHERE note ~ '^(rot|grün) [0-9]{2}$'"))
                    .containsExactly("40");
            assertThat(copy.query("SELECT count(*) > 20 FROM customers WHERE zip ~ '^[0-9]{5}$'"
                            + " AND (town = 'Berlin') = (zip ~ '^10[1-9]')"))
                    .containsExactly("t");
            assertThat(
                            copy.query(
                                    "SELECT mail FROM customers WHERE first !~ '[^A-Za-z]' AND last !~ '[^A-Za-z]'"
                                            + " AND mail !~ ('^' || lower(first) || '[.]' || lower(last) || '@example[.](com|org|net)$')"))
                    .isEmpty();
        }
    }

    @Test
    void an_expression_that_does_not_fit_stops_the_plan() {
        assertThat(database.refusal("{\"customers\": {\"keep\": [\"id\"],\n\"fake\": {\"note\": \"#{adress.city}\"}}}"))
                .isEqualTo("- list.json:2:18  customers.note: expression \"#{adress.city}\": Datafaker has no"
                        + " provider \"adress\"; there are address");
    }

    @Test
    void an_unknown_locale_stops_the_plan() {
        assertThat(database.refusal("{\"$options\": {\"locale\": \"eo\"}, \"customers\": [\"id\"]}"))
                .startsWith("- list.json  there are no fakes in the locale \"eo\"; its language must be one of ar,");
    }
}
